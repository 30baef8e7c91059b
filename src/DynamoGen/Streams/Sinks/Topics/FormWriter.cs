using System.Buffers;
using System.Text;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>Writes the fields of a form as AWS's Query protocol has them: all but letters, digits and <c>-._~</c> as percent and two digits.</summary>
internal sealed class FormWriter
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);
    private readonly ArrayBufferWriter<byte> _to = new();

    public ReadOnlyMemory<byte> Written => _to.WrittenMemory;

    public void Field(string name, string value) => Field(name, Encoding.UTF8.GetBytes(value));

    public void Field(string name, ReadOnlySpan<byte> value)
    {
        if (_to.WrittenCount > 0)
        {
            _to.Write("&"u8);
        }

        Escaped(Encoding.UTF8.GetBytes(name));
        _to.Write("="u8);
        Escaped(value);
    }

    private void Escaped(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            _to.Write(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return;
            }

            var span = _to.GetSpan(3);
            span[0] = (byte)'%';
            Convert.TryToHexString(text.Slice(plain, 1), span[1..], out _);
            _to.Advance(3);
            text = text[(plain + 1)..];
        }
    }
}
