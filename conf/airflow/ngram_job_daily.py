# SPDX-License-Identifier: Apache-2.0
"""Counts each day's text and makes a model of the last seven days. Copy it to Airflow's folder of DAGs and set your own paths.

A task that is tried again goes on after its last finished stage; one whose output is complete is skipped. Two runs never
write one output: the second ends with exit code 4.
"""

from datetime import timedelta

import pendulum
from airflow import DAG

try:
    from airflow.providers.standard.operators.bash import BashOperator
except ImportError:  # Airflow 2
    from airflow.operators.bash import BashOperator

NGRAM_JOB = "hadoop jar /opt/ngram-job/ngram-job.jar -Dmapreduce.job.queuename=default"
# That of the schedule, and of the days of the partitions.
ZONE = "UTC"
# The day before the one on which a run is due. {{ ds }} is that in Airflow 2 only: in 3 it is the day of the run itself,
# whose text is still being written. The end of the data interval is when the run is due in both.
DAY = "{{ (data_interval_end.in_timezone('" + ZONE + "') - macros.timedelta(days=1)).strftime('%Y-%m-%d') }}"
# Directories of all days; --dt reads and makes the partition dt=DAY of each.
TEXT = "hdfs:///corpus"
COUNTS = "hdfs:///ngrams/counts"
WINDOWS = "hdfs:///ngrams/windows"
MODELS = "hdfs:///ngrams/models"
OF_DAY = f"--dt {DAY} --if-exists skip"

with DAG(
    dag_id="ngram_job_daily",
    schedule="10 2 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz=ZONE),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 1, "retry_delay": timedelta(minutes=10)},
) as dag:
    count = BashOperator(
        task_id="count",
        bash_command=f"{NGRAM_JOB} count --input {TEXT} --output {COUNTS} --order 3 {OF_DAY}",
    )
    merge = BashOperator(
        task_id="merge",
        bash_command=f"{NGRAM_JOB} merge --counts {COUNTS} --output {WINDOWS} --days 7 --allow-missing {OF_DAY}",
    )
    estimate = BashOperator(
        task_id="estimate",
        bash_command=f"{NGRAM_JOB} estimate --counts {WINDOWS} --output {MODELS} {OF_DAY}",
    )
    validate = BashOperator(
        task_id="validate",
        bash_command=f"{NGRAM_JOB} validate {MODELS}/dt={DAY}",
    )
    count >> merge >> estimate >> validate
