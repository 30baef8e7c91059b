using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace DynamoGen.Regions.Lineage;

/// <summary>
/// The mark of one write of one item: the region's short name and a counter, as in <c>euw1.AZ1kd93kfLs</c>. The counter is the time of the write in
/// milliseconds and 22 random bits, so that it goes up, and two writes of one item in one region and one millisecond are alike once in 4 million.
/// </summary>
public readonly record struct LineageMark
{
    /// <summary>The text of a base that says that there was no item, or none with a mark.</summary>
    public const string None = "-";

    private const int RandomBits = 22;

    private const int CounterLength = 11;

    private readonly string? _text;
    private readonly ulong _counter;

    private LineageMark(string text, ulong counter) => (_text, _counter) = (text, counter);

    /// <summary>The system name of the region of the write.</summary>
    public string Region => RegionCode.Region(Code);

    /// <summary>When the write was made, by the clock of who made it.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddMilliseconds(_counter >> RandomBits);

    private string Code => _text is null ? string.Empty : _text[..^(CounterLength + 1)];

    /// <summary>Reads a mark.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="mark">The mark.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out LineageMark mark)
    {
        mark = default;
        if (text is null || text.Length < CounterLength + 2 || text[^(CounterLength + 1)] != '.')
        {
            return false;
        }

        Span<byte> counter = stackalloc byte[sizeof(ulong)];
        var encoded = text.AsSpan(text.Length - CounterLength);
        if (!Base64Url.IsValid(encoded, out var length) || length != sizeof(ulong))
        {
            return false;
        }

        Base64Url.DecodeFromChars(encoded, counter);
        mark = new LineageMark(text, BinaryPrimitives.ReadUInt64BigEndian(counter));
        return true;
    }

    /// <summary>Makes the mark of a new write.</summary>
    /// <param name="region">The region's system name.</param>
    /// <param name="time">The time of the write.</param>
    internal static string New(string region, DateTimeOffset time)
    {
        var (code, milliseconds) = (RegionCode.Of(region), (ulong)Math.Max(0, time.ToUnixTimeMilliseconds()));
        var counter = (milliseconds << RandomBits) | (uint)Random.Shared.Next(1 << RandomBits);
        return string.Create(code.Length + 1 + CounterLength, (code, counter), static (text, mark) =>
        {
            Span<byte> bytes = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, mark.counter);
            mark.code.CopyTo(text);
            text[mark.code.Length] = '.';
            Base64Url.EncodeToChars(bytes, text[(mark.code.Length + 1)..]);
        });
    }

    /// <summary>Whether the write was made in a region.</summary>
    /// <param name="region">The region's system name.</param>
    public bool IsOf(string region) => Code == RegionCode.Of(region);

    /// <summary>Returns the mark as it is stored.</summary>
    public override string ToString() => _text ?? string.Empty;
}
