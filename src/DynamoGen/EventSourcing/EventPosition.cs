using System.Globalization;

namespace DynamoGen.EventSourcing;

/// <summary>
/// A place in the replay of all streams: behind one event, or before all that were recorded from a time on. Keep it as the text of <see cref="ToString"/> and
/// go on by <see cref="Parse"/>.
/// </summary>
/// <param name="RecordedAt">The event's time of recording.</param>
/// <param name="StreamId">The event's stream, or null for the place before every event of that time.</param>
/// <param name="Version">The event's version, or 0.</param>
public readonly record struct EventPosition(DateTimeOffset RecordedAt, string? StreamId, long Version)
{
    private const char Separator = '|';

    /// <summary>The place before every event that was recorded at a time or later.</summary>
    /// <param name="time">
    /// The time. To replay everything, one before the first event, but not years before: each period between costs a request a shard.
    /// </param>
    public static EventPosition Before(DateTimeOffset time) => new(time, null, 0);

    /// <summary>Reads the text of a position.</summary>
    /// <param name="text">What <see cref="ToString"/> returned.</param>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static EventPosition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(Separator, 3);
        return parts.Length == 3
            && DateTimeOffset.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new EventPosition(time, version == 0 ? null : parts[2], version)
            : throw new FormatException("The text is no position of a replay.");
    }

    /// <summary>The position as a text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RecordedAt:O}{Separator}{Version}{Separator}{StreamId}");
}
