#!/bin/sh
# Tám phần của một tác vụ trong một mảng việc của Slurm:
#   sbatch array.sh TÁC-VỤ.yaml THƯ-MỤC
# Phần bị dừng được xếp hàng lại và làm tiếp; xong cả tám thì vanban batch join THƯ-MỤC.
#SBATCH --job-name=vanban
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --requeue
exec "${VANBAN:-vanban}" batch "$1" -d "$2" --resume --shard auto
