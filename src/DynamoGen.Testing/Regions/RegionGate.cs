namespace DynamoGen.Testing;

/// <summary>Lets writes of the application in at the same time, and replication alone.</summary>
/// <remarks>Who waits for a turn of replication goes in behind it before the next one, so that neither side starves.</remarks>
internal sealed class RegionGate
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waitingWrites = [];
    private readonly Queue<TaskCompletionSource> _waitingTurns = [];
    private int _writes;
    private bool _isReplicating;

    public Task EnterWriteAsync()
    {
        lock (_lock)
        {
            if (_isReplicating || _waitingTurns.Count > 0)
            {
                return Wait(_waitingWrites);
            }

            _writes++;
            return Task.CompletedTask;
        }
    }

    public void ExitWrite()
    {
        lock (_lock)
        {
            _writes--;
            BeginTurnIfFree();
        }
    }

    public Task EnterTurnAsync()
    {
        lock (_lock)
        {
            if (_isReplicating || _writes > 0)
            {
                return Wait(_waitingTurns);
            }

            _isReplicating = true;
            return Task.CompletedTask;
        }
    }

    public void ExitTurn()
    {
        lock (_lock)
        {
            _isReplicating = false;
            while (_waitingWrites.TryDequeue(out var write))
            {
                _writes++;
                write.SetResult();
            }

            BeginTurnIfFree();
        }
    }

    private static Task Wait(Queue<TaskCompletionSource> queue)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Enqueue(waiting);
        return waiting.Task;
    }

    private void BeginTurnIfFree()
    {
        if (_writes == 0 && _waitingTurns.TryDequeue(out var turn))
        {
            _isReplicating = true;
            turn.SetResult();
        }
    }
}
