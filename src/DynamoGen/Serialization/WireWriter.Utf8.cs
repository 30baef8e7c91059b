namespace DynamoGen.Serialization;

public partial class WireWriter
{
    /// <summary>Writes the content of a JSON string that is UTF-8 already, escaped, without its quotes.</summary>
    /// <param name="value">The text.</param>
    public void Utf8Text(ReadOnlySpan<byte> value)
    {
        if (JsonEscapes.IndexOfEscaped(value) < 0)
        {
            Raw(value);
        }
        else
        {
            EscapedUtf8(value);
        }
    }
}
