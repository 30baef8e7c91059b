namespace DynamoGen.Streams.Reconciliation;

/// <summary>Compares a derived state with its source, whatever is derived.</summary>
public interface IReconciler
{
    /// <summary>How it compares where nothing else is asked for.</summary>
    ReconciliationOptions Options { get; }

    /// <summary>Compares once, and repairs where the options say so.</summary>
    /// <param name="options">How to compare, in place of <see cref="Options"/>.</param>
    /// <param name="cancellationToken">Ends the run; what was repaired stays so.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is none.</exception>
    Task<ReconciliationReport> RunAsync(ReconciliationOptions options, CancellationToken cancellationToken = default);
}
