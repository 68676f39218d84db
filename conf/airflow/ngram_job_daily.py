# SPDX-License-Identifier: Apache-2.0
"""Counts each day's text and makes a model of the last seven days. Copy it to Airflow's folder of DAGs and set your own paths.

{{ ds }} is the day a run is about. A task that is tried again goes on after its last finished stage; one whose output
is complete is skipped. Two runs never write one output: the second ends with exit code 4.
"""

from datetime import datetime, timedelta

from airflow import DAG

try:
    from airflow.providers.standard.operators.bash import BashOperator
except ImportError:  # Airflow 2
    from airflow.operators.bash import BashOperator

NGRAM_JOB = "hadoop jar /opt/ngram-job/ngram-job.jar -Dmapreduce.job.queuename=default"
# Directories of all days; --dt reads and makes the partition dt={{ ds }} of each.
TEXT = "hdfs:///corpus"
COUNTS = "hdfs:///ngrams/counts"
WINDOWS = "hdfs:///ngrams/windows"
MODELS = "hdfs:///ngrams/models"
DAY = "--dt {{ ds }} --if-exists skip"

with DAG(
    dag_id="ngram_job_daily",
    schedule="10 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 1, "retry_delay": timedelta(minutes=10)},
) as dag:
    count = BashOperator(
        task_id="count",
        bash_command=f"{NGRAM_JOB} count --input {TEXT} --output {COUNTS} --order 3 {DAY}",
    )
    merge = BashOperator(
        task_id="merge",
        bash_command=f"{NGRAM_JOB} merge --counts {COUNTS} --output {WINDOWS} --days 7 --allow-missing {DAY}",
    )
    estimate = BashOperator(
        task_id="estimate",
        bash_command=f"{NGRAM_JOB} estimate --counts {WINDOWS} --output {MODELS} {DAY}",
    )
    validate = BashOperator(
        task_id="validate",
        bash_command=f"{NGRAM_JOB} validate {MODELS}/dt={{{{ ds }}}}",
    )
    count >> merge >> estimate >> validate
