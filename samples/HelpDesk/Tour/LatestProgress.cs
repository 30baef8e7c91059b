using DynamoGen;

namespace HelpDesk.Tour;

/// <summary>How far a batch has come; <see cref="Progress{T}"/> would tell it later, on another thread.</summary>
public sealed class LatestProgress : IProgress<BatchProgress>
{
    public int Done { get; private set; }

    public void Report(BatchProgress value) => Done = value.Done;
}
