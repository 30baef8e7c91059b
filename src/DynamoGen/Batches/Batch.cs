using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>
/// The entries of one call that wait for being sent or confirmed: at most one request of them, filled up from the caller's sequence. An entry leaves
/// it only when an answer says that it was processed.
/// </summary>
/// <param name="pattern">The access pattern.</param>
/// <param name="source">The sequence.</param>
/// <param name="first">The index of its first entry among all of the call.</param>
internal sealed class Batch<T, TEntry>(AccessPattern pattern, IEnumerable<T> source, int first = 0) : IDisposable
    where TEntry : struct, IBatchEntry<T>
{
    /// <summary>A request has at most 16 MB.</summary>
    internal const int MostBytes = 16_000_000;

    private readonly IEnumerator<T> _source = source.GetEnumerator();
    private readonly Dictionary<ItemKey, Entry> _entries = [];
    private readonly HashSet<ItemKey> _collapsed = [];
    private readonly WireWriter _content = new();
    private ItemKey _key;
    private T _value = default!;
    private bool _isTaken;
    private bool _hasEnded;
    private int _index = first - 1;
    private int _bytes;

    public ItemKeyReader Keys { get; } = new(pattern.Table);

    public int Count => _entries.Count;

    /// <summary>Takes entries from the sequence until the request is full.</summary>
    /// <returns>Whether there is anything to send.</returns>
    /// <exception cref="OperationCanceledException">The token is cancelled.</exception>
    public bool Fill(CancellationToken cancellationToken)
    {
        while (_entries.Count < TEntry.Most && Take(cancellationToken) && TryAdd())
        {
        }

        return _entries.Count > 0;
    }

    /// <summary>Writes the entries as the elements of an array.</summary>
    public void Write(WireWriter writer)
    {
        foreach (var entry in _entries.Values)
        {
            writer.Separator();
            writer.Raw(TEntry.Beginning);
            writer.Raw(entry.Json);
            writer.Raw(TEntry.End);
        }
    }

    /// <summary>Keeps only the entries that an answer says were not processed.</summary>
    /// <exception cref="ItemFormatException">The answer names an entry that was not sent.</exception>
    public void Keep(HashSet<ItemKey> unprocessed)
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
            pattern.Name, [.. missing.Select(entry => entry.Index)], [.. missing.Select(entry => (object?)entry.Value)], cause, _index + 1);
    }

    /// <summary>The caller's cancellation, which says by its inner exception how far the call came.</summary>
    public OperationCanceledException Cancelled(OperationCanceledException cause) =>
        new($"{pattern.Name} was cancelled; the inner exception says how far it came.", Incomplete(cause), cause.CancellationToken);

    public void Dispose()
    {
        _source.Dispose();
        _content.Dispose();
    }

    /// <summary>Takes the next value that needs an entry, unless one waits already.</summary>
    private bool Take(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (!_isTaken && MoveNext())
        {
            _value = _source.Current;
            _isTaken = true;
            cancellationToken.ThrowIfCancellationRequested();
            _content.Clear();
            TEntry.Write(_content, _value);
            _key = Keys.Read(_content.Written.Span);
            _isTaken = !TEntry.Collapses || _collapsed.Add(_key);
        }

        return _isTaken;
    }

    private bool MoveNext()
    {
        _hasEnded = _hasEnded || !_source.MoveNext();
        _index += _hasEnded ? 0 : 1;
        return !_hasEnded;
    }

    private bool TryAdd()
    {
        var json = _content.Written;
        var size = json.Length + TEntry.Beginning.Length + TEntry.End.Length + 1;
        if (_entries.ContainsKey(_key) || (_entries.Count > 0 && _bytes + size > MostBytes))
        {
            return false;
        }

        _entries.Add(_key, new Entry(_index, _value, json.ToArray()));
        _bytes += json.Length;
        _isTaken = false;
        return true;
    }

    private sealed record Entry(int Index, T Value, byte[] Json);
}
