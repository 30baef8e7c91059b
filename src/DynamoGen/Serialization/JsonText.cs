using System.Buffers;

namespace DynamoGen.Serialization;

/// <summary>Which bytes and characters of a text JSON wants escaped (RFC 8259, section 7): the quote, the backslash and the controls below U+0020.</summary>
internal static class JsonText
{
    private static ReadOnlySpan<byte> EscapedBytes =>
    [
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F,
        0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F,
        (byte)'"', (byte)'\\',
    ];

    /// <summary>The bytes that cannot stand in a JSON string as they are; in a response, the bytes at which plain content ends.</summary>
    public static readonly SearchValues<byte> Escaped = SearchValues.Create(EscapedBytes);
}
