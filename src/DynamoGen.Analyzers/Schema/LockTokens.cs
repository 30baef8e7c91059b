using System.Globalization;
using System.Text;

namespace DynamoGen.Analyzers.Schema;

/// <summary>
/// Reads the JSON of the lock: objects, texts and whole numbers, since it holds nothing else. An analyzer brings no JSON library with it, because a
/// compiler may already have loaded another version of the same.
/// </summary>
internal sealed class LockTokens(string text)
{
    private int _position;

    /// <summary>Where the next token begins.</summary>
    public int Position
    {
        get
        {
            SkipSpace();
            return _position;
        }
    }

    /// <summary>Reads an object: <paramref name="readMember"/> reads the value of each of its members, whose name and place it is given.</summary>
    public void Object(Action<string, int> readMember)
    {
        Expect('{');
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (TryTake('}'))
        {
            return;
        }

        do
        {
            var place = Position;
            var name = Text();
            if (!seen.Add(name))
            {
                throw new LockFormatException(place, $"\"{name}\" is there twice");
            }

            Expect(':');
            readMember(name, place);
        }
        while (TryTake(','));
        Expect('}');
    }

    public string Text()
    {
        Expect('"');
        var start = _position - 1;
        var result = new StringBuilder();
        while (true)
        {
            var letter = _position < text.Length ? text[_position++] : '\n';
            switch (letter)
            {
                case '"':
                    return result.ToString();
                case '\\':
                    result.Append(Escaped());
                    break;
                case < ' ':
                    throw new LockFormatException(start, "a text does not end");
                default:
                    result.Append(letter);
                    break;
            }
        }
    }

    public int Number()
    {
        var start = Position;
        while (_position < text.Length && text[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        return int.TryParse(text.Substring(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new LockFormatException(start, "a whole number is missing");
    }

    public bool Boolean()
    {
        var start = Position;
        foreach (var word in new[] { "true", "false" })
        {
            if (string.CompareOrdinal(text, start, word, 0, word.Length) == 0)
            {
                _position += word.Length;
                return word == "true";
            }
        }

        throw new LockFormatException(start, "true or false is missing");
    }

    public void End()
    {
        if (Position < text.Length)
        {
            throw new LockFormatException(_position, "more text follows the end");
        }
    }

    private char Escaped()
    {
        var letter = _position < text.Length ? text[_position++] : ' ';
        if (letter == 'u'
            && _position + 4 <= text.Length
            && ushort.TryParse(text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _position += 4;
            return (char)code;
        }

        return letter switch
        {
            '"' or '\\' or '/' => letter,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            _ => throw new LockFormatException(_position - 1, "an escape is unknown"),
        };
    }

    private void Expect(char letter)
    {
        if (!TryTake(letter))
        {
            throw new LockFormatException(_position, $"'{letter}' is missing");
        }
    }

    private bool TryTake(char letter)
    {
        var found = Position < text.Length && text[_position] == letter;
        _position += found ? 1 : 0;
        return found;
    }

    private void SkipSpace()
    {
        while (_position < text.Length && text[_position] is ' ' or '\n' or '\r' or '\t' or '\uFEFF')
        {
            _position++;
        }
    }
}
