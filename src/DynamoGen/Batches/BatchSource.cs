using System.ComponentModel;

namespace DynamoGen.Batches;

/// <summary>The sequence of a batch, and who is told of the progress. Generated repositories make it.</summary>
/// <typeparam name="T">What each entry is made of.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchSource<T>
{
    private readonly IEnumerable<T>? _values;
    private readonly IAsyncEnumerable<T>? _asyncValues;

    /// <summary>Takes from a sequence.</summary>
    /// <param name="values">The sequence.</param>
    /// <param name="progress">Is told how far the call came after each request; may be null.</param>
    public BatchSource(IEnumerable<T> values, IProgress<BatchProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        (_values, Progress) = (values, progress);
    }

    /// <summary>Takes from a sequence that is waited for.</summary>
    /// <param name="values">The sequence.</param>
    /// <param name="progress">Is told how far the call came after each request; may be null.</param>
    public BatchSource(IAsyncEnumerable<T> values, IProgress<BatchProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        (_asyncValues, Progress) = (values, progress);
    }

    internal IProgress<BatchProgress>? Progress { get; }

    /// <summary>Begins to take from the sequence.</summary>
    internal IAsyncEnumerator<T> Begin(CancellationToken cancellationToken) =>
        _asyncValues?.GetAsyncEnumerator(cancellationToken) ?? new Present(_values!.GetEnumerator());

    /// <summary>A sequence that is never waited for.</summary>
    private sealed class Present(IEnumerator<T> values) : IAsyncEnumerator<T>
    {
        public T Current => values.Current;

        public ValueTask<bool> MoveNextAsync() => new(values.MoveNext());

        public ValueTask DisposeAsync()
        {
            values.Dispose();
            return default;
        }
    }
}
