using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DynamoGen.Serialization.Numbers;

namespace DynamoGen.Serialization;

public ref partial struct WireReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a JSON string.</summary>
    /// <returns>Its content as UTF-8, unescaped; a part of the response itself unless there was something to unescape.</returns>
    internal ReadOnlySpan<byte> ReadText()
    {
        Expect((byte)'"');
        return TextContent();
    }

    /// <summary>Reads the rest of a JSON string, behind its opening quote.</summary>
    /// <returns>Its content as UTF-8, unescaped; a part of the response itself unless there was something to unescape.</returns>
    public ReadOnlySpan<byte> TextContent()
    {
        var rest = _json[_position..];
        var length = JsonEscapes.IndexOfEscaped(rest);
        if ((uint)length < (uint)rest.Length && rest[length] == (byte)'"')
        {
            _position += length + 1;
            return rest[..length];
        }

        return ReadEscapedText(rest);
    }

    /// <summary>Reads the rest of a JSON string as a string, behind its opening quote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string StringContent()
    {
        if (ShortText.Read(_json[_position..]) is not { } text)
        {
            return LongStringContent();
        }

        _position += text.Length + 1;
        return text;
    }

    private string LongStringContent()
    {
        var start = _position;
        var text = TextContent();
        if (Ascii.IsValid(text))
        {
            return string.Create(text.Length, text, static (chars, bytes) => Ascii.ToUtf16(bytes, chars, out _));
        }

        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException invalid)
        {
            _position = start;
            throw Malformed("text in UTF-8", "other bytes", invalid);
        }
    }

    /// <summary>Steps over any JSON value, checking its grammar.</summary>
    internal void SkipJson()
    {
        switch (Peek())
        {
            case (byte)'{':
                BeginObject();
                while (NextMember(out _))
                {
                    SkipJson();
                }

                break;
            case (byte)'[':
                BeginArray();
                while (NextElement())
                {
                    SkipJson();
                }

                break;
            case (byte)'"':
                ReadText();
                break;
            case (byte)'t' or (byte)'f':
                ReadJsonBoolean();
                break;
            case (byte)'n':
                Keyword("null"u8);
                break;
            default:
                ReadJsonNumber();
                break;
        }
    }

    /// <summary>The offset of the value that is next, behind white space.</summary>
    internal int StartOfValue()
    {
        SkipWhitespace();
        return _position;
    }

    /// <summary>Steps over a JSON object without checking the grammar of what is in it, which whoever reads it does.</summary>
    internal void SkipObject()
    {
        var length = Peek() == (byte)'{' ? JsonObjects.LengthOf(_json[_position..]) : -1;
        _position += length > 0 ? length : throw Malformed("an object", "other text");
    }

    /// <summary>Steps over a JSON object and returns it as it is written.</summary>
    internal ReadOnlySpan<byte> ReadObject()
    {
        SkipWhitespace();
        var start = _position;
        SkipObject();
        return _json[start.._position];
    }

    /// <summary>Steps over a JSON null if one is next.</summary>
    internal bool TryReadJsonNull()
    {
        if (Peek() != (byte)'n')
        {
            return false;
        }

        Keyword("null"u8);
        return true;
    }

    internal bool ReadJsonBoolean()
    {
        if (Peek() == (byte)'t')
        {
            Keyword("true"u8);
            return true;
        }

        Keyword("false"u8);
        return false;
    }

    /// <summary>Reads a bare JSON number, such as <c>Count</c> of a response.</summary>
    internal double ReadJsonNumber()
    {
        SkipWhitespace();
        var rest = _json[_position..];
        if (ShortJsonNumber.Read(rest, out var few) is var consumed and > 0)
        {
            _position += consumed;
            return few;
        }

        var length = rest.IndexOfAnyExcept("0123456789+-.eE"u8);
        var digits = length < 0 ? rest : rest[..length];
        if (!JsonNumber.IsOne(digits) || !System.Buffers.Text.Utf8Parser.TryParse(digits, out double value, out consumed) || consumed != digits.Length)
        {
            throw Malformed("a JSON value", "other text");
        }

        _position += digits.Length;
        return value;
    }

    private void Keyword(ReadOnlySpan<byte> keyword)
    {
        if (!_json[_position..].StartsWith(keyword))
        {
            throw Malformed("a JSON value", "other text");
        }

        _position += keyword.Length;
    }

    private ReadOnlySpan<byte> ReadEscapedText(ReadOnlySpan<byte> rest)
    {
        var end = 0;
        while (true)
        {
            var next = rest[end..].IndexOfAny(JsonEscapes.Escaped);
            if (next < 0)
            {
                throw Malformed("the end of a string", "the end of the response");
            }

            end += next;
            if (rest[end] == (byte)'"')
            {
                break;
            }

            if (rest[end] != (byte)'\\' || end + 1 >= rest.Length)
            {
                throw Malformed("an escaped character", "a control character");
            }

            end += 2;
        }

        var text = Unescape(_json.Slice(_position - 1, end + 2));
        _position += end + 1;
        return text;
    }

    /// <summary>Escapes are rare, so their rules are left to the framework's reader.</summary>
    private readonly ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> quoted)
    {
        try
        {
            var reader = new Utf8JsonReader(quoted);
            reader.Read();
            var text = new byte[quoted.Length];
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            throw Malformed("text with valid escapes", "other text", invalid);
        }
    }
}
