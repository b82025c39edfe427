"""Readers that never answer: one sleeps, one dies."""

import os
import time


def sleeps(connection):
    connection.recv()
    time.sleep(60)


def dies(connection):
    connection.recv()
    os._exit(1)
