using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;

namespace DynamoGen.Streams.Processing;

/// <summary>How the records of a shard are handled.</summary>
public sealed class StreamProcessingOptions
{
    /// <summary>
    /// How many items' changes are handled at once: changes of one item stay in their order. Default 1: all records in theirs. More than one in AWS Lambda
    /// needs a <see cref="Fence"/>.
    /// </summary>
    public int Concurrency { get; set; } = 1;

    /// <summary>Remembers what has been handled; null for none, so that a record that comes again is handled again.</summary>
    public IStreamFence? Fence { get; set; }

    /// <summary>Takes the records that could not be handled after <see cref="MaxAttempts"/>; null for none, so that they stop those behind them.</summary>
    public IFailedRecords? FailedRecords { get; set; }

    /// <summary>How often a record is tried before it goes to <see cref="FailedRecords"/>, or in AWS Lambda is reported as failed. Default 3.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The pause behind the first failed attempt, which doubles with each further one. Default 100 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause between two attempts. Default 30 s.</summary>
    public TimeSpan LongestRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Is told of each attempt to handle a record, or to put it aside, that fails, such as to log it; null for nobody. The consumer counts and logs failures
    /// besides; a function of AWS Lambda answers with no reason. It must not throw.
    /// </summary>
    public Action<StreamRecord, Exception>? OnFailure { get; set; }

    /// <summary>The most records that a shard's reader takes before the oldest of them is handled. Default 2,000.</summary>
    public int MaxPendingRecords { get; set; } = 2_000;

    /// <summary>What is wrong with the options, or null.</summary>
    internal string? Problem() =>
        Concurrency < 1 ? $"{nameof(Concurrency)} must be at least 1."
        : MaxAttempts < 1 ? $"{nameof(MaxAttempts)} must be at least 1."
        : RetryDelay < TimeSpan.Zero || LongestRetryDelay < RetryDelay
            ? $"{nameof(RetryDelay)} must not be negative, nor longer than {nameof(LongestRetryDelay)}."
        : MaxPendingRecords < 1 ? $"{nameof(MaxPendingRecords)} must be at least 1."
        : null;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public void Validate()
    {
        if (Problem() is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }
}
