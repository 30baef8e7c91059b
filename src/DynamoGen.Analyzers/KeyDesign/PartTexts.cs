using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Adds the texts that a part of a key can be: exactly those that keys are written with.</summary>
internal static class PartTexts
{
    private const char LowestUnescaped = '%';
    private const char EscapeLead = '$';
    private const int EscapeOffset = 0x30;
    private const string GuidForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    /// <param name="texts">Takes the texts.</param>
    /// <param name="part">The part; a number or bytes that are a key of their own are compared as such, and are taken to be any.</param>
    /// <param name="attribute">The type of the key attribute.</param>
    /// <param name="isWhole">Whether the part is the whole key, which is never empty.</param>
    public static void Part(this TextAutomaton texts, KeyPart part, KeyAttributeType attribute, bool isWhole)
    {
        if (attribute != KeyAttributeType.String || part.Kind == KeyPartKind.Bytes)
        {
            texts.Anything();
            return;
        }

        switch (part.Kind)
        {
            case KeyPartKind.Literal:
                texts.Literal(part.Text);
                break;
            case KeyPartKind.Text when part.Style == KeyPartStyle.Raw:
                texts.Raw(part, isWhole);
                break;
            case KeyPartKind.Text when !part.IsFinal:
                EscapedText(texts);
                break;
            case KeyPartKind.Text:
                FinalText(texts, isWhole);
                break;
            case KeyPartKind.Enum when part is { Style: KeyPartStyle.Plain, Enum.IsFlags: true }:
                texts.Plain(hasFraction: false);
                break;
            case KeyPartKind.Enum:
                texts.Either(part.Enum!.Members.Where(member => !member.IsAlias).Select(member => (Action)(() => texts.Literal(part.NameOf(member)))));
                break;
            case KeyPartKind.Boolean:
                var isUpper = part.Case == KeyPartCase.Upper;
                texts.Either(() => texts.Literal(isUpper ? "TRUE" : "true"), () => texts.Literal(isUpper ? "FALSE" : "false"));
                break;
            case KeyPartKind.Guid:
                Guid(texts, part);
                break;
            case KeyPartKind.Number or KeyPartKind.Decimal when part.Style == KeyPartStyle.Plain:
                texts.Plain(part.Kind == KeyPartKind.Decimal);
                break;
            case KeyPartKind.DateTime or KeyPartKind.DateTimeOffset when part.IsUnixTime:
                texts.Unix(part.Width);
                break;
            case KeyPartKind.Number or KeyPartKind.Decimal or KeyPartKind.Duration or KeyPartKind.Shard:
                texts.Number(part);
                break;
            default:
                texts.Time(part.Format ?? string.Empty);
                break;
        }
    }

    /// <summary>
    /// Adds both texts of one value that stands in two places, each in its own form; false where nothing is known of the two but what each can be.
    /// </summary>
    public static bool Pair(this TextAutomaton texts, KeyPart first, KeyPart second)
    {
        if (first.Form(KeyAttributeType.String) == second.Form(KeyAttributeType.String)
            && (first.Kind != KeyPartKind.Text || (first.IsFinal == second.IsFinal && first.Terminator == second.Terminator)))
        {
            texts.Tracks = Tracks.Both;
            texts.Part(first, KeyAttributeType.String, isWhole: false);
        }
        else if (IsOfOtherPrograms(first) || IsOfOtherPrograms(second))
        {
            return false;
        }
        else if (first.Kind == KeyPartKind.Text && second.Kind == KeyPartKind.Text)
        {
            EscapedPair(texts, first.IsFinal ? Tracks.Second : Tracks.First);
        }
        else if (first.Kind == KeyPartKind.Number && second.Kind == KeyPartKind.Number)
        {
            texts.NumberPair(first, second);
        }
        else if (first.Kind == KeyPartKind.Decimal && second.Kind == KeyPartKind.Decimal)
        {
            return texts.DecimalPair(first, second);
        }
        else if (first.Format is not null && second.Format is not null)
        {
            texts.TimePair(first.Format, second.Format);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool IsOfOtherPrograms(KeyPart part) => part.Style != KeyPartStyle.Sortable || part.Case != KeyPartCase.Unchanged;

    /// <summary>The texts that a range of a part takes in, with all that begins with the upper bound; no bound is null.</summary>
    public static void Range(this TextAutomaton texts, KeyPart? lower, KeyPart? upper) => texts.Range(
        lower is null or { Kind: KeyPartKind.Text } ? null : Outermost(lower, isLowest: true),
        upper is null or { Kind: KeyPartKind.Text } ? null : Outermost(upper, isLowest: false));

    /// <summary>The lowest or the highest text of a part whose texts have an end.</summary>
    private static string Outermost(KeyPart part, bool isLowest)
    {
        var texts = new TextAutomaton();
        texts.Part(part, KeyAttributeType.String, isWhole: false);
        var text = new System.Text.StringBuilder();
        for (var states = TextProduct.Closure(texts, [TextAutomaton.Start]); !(isLowest && states.Contains(texts.End));)
        {
            var edges = states.SelectMany(texts.EdgesOf).Where(edge => edge.Tracks != Tracks.None && LeadsToEnd(edge.Target)).ToArray();
            if (edges.Length == 0)
            {
                break;
            }

            var next = isLowest ? edges.Min(edge => edge.First) : edges.Max(edge => edge.Last);
            text.Append(char.ConvertFromUtf32(next));
            states = TextProduct.Closure(texts, edges.Where(edge => edge.First <= next && next <= edge.Last).Select(edge => edge.Target));
        }

        return text.ToString();

        bool LeadsToEnd(int state) => state == texts.End || texts.EdgesOf(state).Any(edge => LeadsToEnd(edge.Target));
    }

    private static void EscapedText(TextAutomaton texts)
    {
        var (state, escape) = (texts.NewState(), texts.NewState());
        texts.MoveTo(state);
        texts.ConnectText(state, LowestUnescaped, TextAutomaton.Highest, state);
        texts.Connect(state, EscapeLead, EscapeLead, escape);
        texts.Connect(escape, EscapeOffset, EscapeOffset + EscapeLead, state);
    }

    private static void FinalText(TextAutomaton texts, bool isWhole)
    {
        if (isWhole)
        {
            var first = texts.NewState();
            texts.ConnectText(texts.End, 0, TextAutomaton.Highest, first);
            texts.ContinueAt(first);
        }

        texts.Anything();
    }

    /// <summary>A text that is escaped in one place and is not in the other.</summary>
    private static void EscapedPair(TextAutomaton texts, Tracks escaped)
    {
        var state = texts.NewState();
        texts.MoveTo(state);
        texts.Tracks = Tracks.Both;
        texts.ConnectText(state, LowestUnescaped, TextAutomaton.Highest, state);
        for (var character = 0; character <= EscapeLead; character++)
        {
            var (lead, escape) = (texts.NewState(), texts.NewState());
            texts.Tracks = escaped;
            texts.Connect(state, EscapeLead, EscapeLead, lead);
            texts.Connect(lead, character + EscapeOffset, character + EscapeOffset, escape);
            texts.Tracks = Tracks.Both & ~escaped;
            texts.Connect(escape, character, character, state);
        }
    }

    private static void Guid(TextAutomaton texts, KeyPart part)
    {
        var first = part.Case == KeyPartCase.Upper ? 'A' : 'a';
        foreach (var letter in part.Style == KeyPartStyle.Compact ? GuidForm.Replace("-", string.Empty) : GuidForm)
        {
            if (letter == '-')
            {
                texts.Literal("-");
                continue;
            }

            var next = texts.NewState();
            texts.Connect(texts.End, '0', '9', next);
            texts.Connect(texts.End, first, first + 5, next);
            texts.ContinueAt(next);
        }
    }
}
