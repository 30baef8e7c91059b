using DynamoGen.ItemKeys;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>
/// The entries of one call that wait for being sent or confirmed: at most one request of them, filled up from the caller's sequence. An entry leaves
/// it only when an answer says that it was processed.
/// </summary>
/// <param name="accessPattern">The access pattern's name.</param>
/// <param name="reads">
/// Whether items are read: then one entry serves for all with the same key in the whole call. If not, each waits for the one before it.
/// </param>
/// <param name="first">The index of its first entry among all of the call.</param>
internal abstract class Batch(string accessPattern, bool reads, int first = 0) : IAsyncDisposable
{
    /// <summary>A request has at most 16 MB.</summary>
    internal const int MostBytes = 16_000_000;

    private readonly int _most = reads ? BatchEntryKinds.MostReads : BatchEntryKinds.MostWrites;
    private readonly Dictionary<BatchKey, Entry> _entries = [];
    private readonly HashSet<BatchKey> _collapsed = [];
    private readonly WireWriter _content = new();
    private BatchKey _key;
    private BatchEntryKind _kind;
    private object? _value;
    private bool _isTaken;
    private bool _hasEnded;
    private int _index = first - 1;
    private int _bytes;

    /// <summary>The tables of all entries that were taken.</summary>
    public abstract IReadOnlyList<BatchTable> Tables { get; }

    public int Count => _entries.Count;

    /// <summary>How far the call came.</summary>
    public BatchProgress Progress => new(_index + 1, _index + 1 - _entries.Count - (_isTaken ? 1 : 0));

    /// <summary>Takes entries from the sequence until the request is full.</summary>
    /// <returns>Whether there is anything to send.</returns>
    /// <exception cref="OperationCanceledException">The token is cancelled.</exception>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (!_isTaken && _entries.Count < _most && !_hasEnded)
            {
                _hasEnded = !await MoveNextAsync().ConfigureAwait(false);
                if (!_hasEnded)
                {
                    Take(cancellationToken);
                }
            }
        }
        while (_isTaken && _entries.Count < _most && TryAdd());

        return _entries.Count > 0;
    }

    /// <summary>Writes the entries of a table as the elements of an array.</summary>
    public void Write(WireWriter writer, BatchTable table)
    {
        foreach (var (key, entry) in _entries)
        {
            if (ReferenceEquals(key.Table, table))
            {
                writer.Separator();
                writer.Raw(entry.Kind.Beginning);
                writer.Raw(entry.Json);
                writer.Raw(entry.Kind.End);
            }
        }
    }

    /// <summary>Writes the members that name the attributes to be read; nothing where whole items are.</summary>
    public virtual void WriteProjection(WireWriter writer)
    {
    }

    /// <summary>Is told the table of the items that come next in a response.</summary>
    public virtual void ItemsOf(BatchTable table)
    {
    }

    /// <summary>How many entries of a table wait.</summary>
    public int CountOf(BatchTable table)
    {
        var count = 0;
        foreach (var key in _entries.Keys)
        {
            count += ReferenceEquals(key.Table, table) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The table that a response names.</summary>
    /// <exception cref="ItemFormatException">It is none of the request.</exception>
    public BatchTable Table(ReadOnlySpan<byte> name)
    {
        if (Tables is [var only])
        {
            return only;
        }

        foreach (var table in Tables)
        {
            if (table.IsNamed(name))
            {
                return table;
            }
        }

        throw new ItemFormatException(null, null, "a table of the request", "another one");
    }

    /// <summary>Keeps only the entries that an answer says were not processed.</summary>
    /// <exception cref="ItemFormatException">The answer names an entry that was not sent.</exception>
    public void Keep(HashSet<BatchKey> unprocessed)
    {
        if (!unprocessed.IsSubsetOf(_entries.Keys))
        {
            throw new ItemFormatException(null, null, "unprocessed entries of the request", "one that was not sent");
        }

        foreach (var (key, entry) in _entries)
        {
            if (!unprocessed.Contains(key))
            {
                _entries.Remove(key);
                _bytes -= entry.Json.Length;
            }
        }
    }

    /// <summary>Says how far the call came. It lists what was taken and is not confirmed, which is never more than a request and the entry behind it.</summary>
    public BatchIncompleteException Incomplete(Exception? cause)
    {
        var missing = _entries.Values.OrderBy(entry => entry.Index).Select(entry => (entry.Index, entry.Value)).ToList();
        if (_isTaken)
        {
            missing.Add((_index, _value));
        }

        return new BatchIncompleteException(
            accessPattern, [.. missing.Select(entry => entry.Index)], [.. missing.Select(entry => entry.Value)], cause, _index + 1);
    }

    /// <summary>The caller's cancellation, which says by its inner exception how far the call came.</summary>
    public OperationCanceledException Cancelled(OperationCanceledException cause) =>
        new($"{accessPattern} was cancelled; the inner exception says how far it came.", Incomplete(cause), cause.CancellationToken);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _content.Dispose();
        return EndAsync();
    }

    /// <summary>Goes to the next value of the sequence.</summary>
    protected abstract ValueTask<bool> MoveNextAsync();

    /// <summary>Ends the sequence.</summary>
    protected abstract ValueTask EndAsync();

    /// <summary>The value at which the sequence is, for who is told that it was not done.</summary>
    protected abstract object? Value();

    /// <summary>Writes the item or key of that value.</summary>
    protected abstract (BatchTable Table, BatchEntryKind Kind) WriteValue(WireWriter writer);

    /// <summary>Is told the key of each value that was taken, in their order.</summary>
    protected virtual void Took(ItemKey key)
    {
    }

    /// <summary>Takes a value, unless an entry serves for it already.</summary>
    private void Take(CancellationToken cancellationToken)
    {
        _index++;
        _value = Value();
        _isTaken = true;
        cancellationToken.ThrowIfCancellationRequested();
        _content.Clear();
        (var table, _kind) = WriteValue(_content);
        _key = new BatchKey(table, table.Keys.Read(_content.Written.Span));
        Took(_key.Key);
        _isTaken = !reads || _collapsed.Add(_key);
    }

    private bool TryAdd()
    {
        var json = _content.Written;
        var size = json.Length + _kind.Beginning.Length + _kind.End.Length + 1;
        if (_entries.ContainsKey(_key) || (_entries.Count > 0 && _bytes + size > MostBytes))
        {
            return false;
        }

        _entries.Add(_key, new Entry(_index, _value, _kind, json.ToArray()));
        _bytes += json.Length;
        _isTaken = false;
        return true;
    }

    private sealed record Entry(int Index, object? Value, BatchEntryKind Kind, byte[] Json);
}
