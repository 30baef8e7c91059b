using System.Buffers;
using System.Collections;

namespace DynamoGen.Streams.Lambda;

/// <summary>The records of an event, in memory that the next event uses again.</summary>
internal sealed class EventRecords : IReadOnlyList<StreamRecord>, IDisposable
{
    private const int UsualCount = 128;

    private StreamRecord[] _records = ArrayPool<StreamRecord>.Shared.Rent(UsualCount);

    public int Count { get; private set; }

    public StreamRecord this[int index] => index < Count ? _records[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public void Add(StreamRecord record)
    {
        if (Count == _records.Length)
        {
            var larger = ArrayPool<StreamRecord>.Shared.Rent(2 * Count);
            _records.CopyTo(larger, 0);
            ArrayPool<StreamRecord>.Shared.Return(_records, clearArray: true);
            _records = larger;
        }

        _records[Count++] = record;
    }

    public void Dispose()
    {
        ArrayPool<StreamRecord>.Shared.Return(_records, clearArray: true);
        _records = [];
        Count = 0;
    }

    public IEnumerator<StreamRecord> GetEnumerator() => _records.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
