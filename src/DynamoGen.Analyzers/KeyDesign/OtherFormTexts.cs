using DynamoGen.Declarations.Keys;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Adds the texts of parts as other programs write them.</summary>
internal static class OtherFormTexts
{
    /// <summary>
    /// Adds a text as it stands, which ends where its terminator is found first. Of letters in one case, the ASCII ones of the other are left out.
    /// </summary>
    public static void Raw(this TextAutomaton texts, KeyPart part, bool isWhole)
    {
        if (isWhole)
        {
            var first = texts.NewState();
            Letters(texts, texts.End, part.Case, first, []);
            texts.ContinueAt(first);
        }

        // Its states are how much of the terminator was just read.
        var terminator = part.Terminator;
        var states = Enumerable.Range(0, Math.Max(1, terminator.Length)).Select(_ => texts.NewState()).ToArray();
        var end = texts.NewState();
        texts.Join(texts.End, states[0]);
        for (var read = 0; read < states.Length; read++)
        {
            foreach (var letter in terminator.Distinct())
            {
                var next = Read(terminator, terminator.Substring(0, read) + letter);
                if (next < states.Length)
                {
                    texts.Connect(states[read], letter, letter, states[next]);
                }
            }

            Letters(texts, states[read], part.Case, states[0], [.. terminator.Distinct()]);
            if (terminator.Length == 0 || IsEndedBy(terminator, read))
            {
                texts.Join(states[read], end);
            }
        }

        texts.ContinueAt(end);
    }

    /// <summary>Adds a number in as many digits as it has.</summary>
    public static void Plain(this TextAutomaton texts, bool hasFraction)
    {
        var (sign, digits, end) = (texts.NewState(), texts.NewState(), texts.NewState());
        texts.Connect(texts.End, '-', '-', sign);
        texts.Join(texts.End, sign);
        texts.Connect(sign, '0', '0', end);
        texts.Connect(sign, '1', '9', digits);
        texts.Connect(digits, '0', '9', digits);
        texts.Join(digits, end);
        if (!hasFraction)
        {
            texts.ContinueAt(end);
            return;
        }

        var (point, fraction, whole) = (texts.NewState(), texts.NewState(), texts.NewState());
        texts.Join(end, whole);
        texts.Connect(end, '.', '.', point);
        texts.Join(point, fraction);
        texts.Connect(fraction, '0', '9', fraction);
        texts.Connect(fraction, '1', '9', whole);
        texts.ContinueAt(whole);
    }

    /// <summary>Adds a number of so many digits, without zeros before it.</summary>
    public static void Unix(this TextAutomaton texts, int width)
    {
        texts.Character('1', '9');
        for (var i = 1; i < width; i++)
        {
            texts.Character('0', '9');
        }
    }

    /// <summary>How much of the terminator a text ends with.</summary>
    private static int Read(string terminator, string text) => Enumerable.Range(0, text.Length + 1)
        .First(start => terminator.StartsWith(text.Substring(start), StringComparison.Ordinal)) is var begin ? text.Length - begin : 0;

    /// <summary>Whether a text that ends with so much of the terminator is ended by the whole of it, rather than by that end and a part of it.</summary>
    private static bool IsEndedBy(string terminator, int read)
    {
        var state = read;
        for (var i = 0; i < terminator.Length; i++)
        {
            state = Read(terminator, terminator.Substring(0, state) + terminator[i]);
            if (state == terminator.Length)
            {
                return i == terminator.Length - 1;
            }
        }

        return true;
    }

    /// <summary>Adds edges for all characters but some, and but those of the other case.</summary>
    private static void Letters(TextAutomaton texts, int from, KeyPartCase letters, int to, char[] without)
    {
        var (first, last) = letters switch
        {
            KeyPartCase.Lower => ('A', 'Z'),
            KeyPartCase.Upper => ('a', 'z'),
            _ => ('\0', '\0'),
        };
        var left = without.Select(letter => (int)letter)
            .Concat(letters == KeyPartCase.Unchanged ? [] : Enumerable.Range(first, last - first + 1)).Distinct().OrderBy(letter => letter);
        var next = 0;
        foreach (var letter in left)
        {
            if (letter > next)
            {
                texts.ConnectText(from, next, letter - 1, to);
            }

            next = letter + 1;
        }

        texts.ConnectText(from, next, TextAutomaton.Highest, to);
    }
}
