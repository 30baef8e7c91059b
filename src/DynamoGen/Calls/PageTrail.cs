using DynamoGen.ItemKeys;
using DynamoGen.Schema;

namespace DynamoGen.Calls;

/// <summary>
/// Where a read of several pages stands, and the watch that it gets on: with a key that has been there before, it would read the same pages for ever. By
/// Brent's algorithm two keys are remembered, however many pages there are: the one before, and one that is taken anew after twice as many pages
/// each time, so that it comes to lie in every circle and is then met again.
/// </summary>
internal sealed class PageTrail
{
    private readonly TableSchema _table;
    private string? _before;
    private string? _mark;
    private long _steps;
    private long _stepsToMark = 1;

    /// <param name="table">The table whose items are read, also through an index.</param>
    /// <param name="startKey">The key behind which the read begins, or null.</param>
    /// <exception cref="ItemFormatException">The key is none of the table.</exception>
    public PageTrail(TableSchema table, byte[]? startKey = null)
    {
        _table = table;
        NextKey = startKey;
        _before = startKey is null ? null : PageKey.Read(table, startKey);
        _mark = _before;
    }

    /// <summary>The key that the next page starts behind, as JSON; null before the first page of all and after the last.</summary>
    public byte[]? NextKey { get; private set; }

    /// <summary>Goes to where a page ended.</summary>
    /// <param name="lastEvaluatedKey">The page's last key, as JSON, or null when no page follows.</param>
    /// <exception cref="ItemFormatException">It is no key of the table, or one that was reached before.</exception>
    public void GoTo(byte[]? lastEvaluatedKey)
    {
        NextKey = lastEvaluatedKey;
        if (lastEvaluatedKey is null)
        {
            return;
        }

        var key = PageKey.Read(_table, lastEvaluatedKey);
        if (key == _before || key == _mark)
        {
            throw new ItemFormatException(null, null, "a LastEvaluatedKey that leads on", "one that was reached before");
        }

        _before = key;
        if (++_steps == _stepsToMark)
        {
            _mark = key;
            _steps = 0;
            _stepsToMark *= 2;
        }
    }
}
