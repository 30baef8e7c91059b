namespace DynamoGen.Caching;

/// <summary>One read of an item that all wait for who ask for it meanwhile.</summary>
/// <param name="sequence">How many writes the process had ended when it began.</param>
/// <param name="writesBegun">How many writes of the key had begun then.</param>
/// <param name="isCacheable">Whether no write of the key was under way then.</param>
/// <param name="isConsistent">Whether it is strongly consistent.</param>
/// <param name="startedAt">When it began.</param>
internal sealed class SharedRead(long sequence, long writesBegun, bool isCacheable, bool isConsistent, DateTimeOffset startedAt)
{
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Sequence => sequence;

    public long WritesBegun => writesBegun;

    public bool IsCacheable => isCacheable;

    public bool IsConsistent => isConsistent;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>The item's JSON, or null where there is none.</summary>
    public Task<ReadOnlyMemory<byte>?> Answer => _answer.Task;

    public void Succeeded(ReadOnlyMemory<byte>? item) => _answer.SetResult(item);

    public void Failed(Exception exception)
    {
        _answer.SetException(exception);

        // All who waited may have given up: what nobody sees is no fault of the process.
        _ = _answer.Task.Exception;
    }
}
