using System.Globalization;
using DynamoGen.Declarations.Parameters;

namespace DynamoGen.Declarations.Expressions;

/// <content>Paths: names have placeholders, and positions in lists, of which DynamoDB takes digits alone, may be known once a call is made.</content>
internal sealed partial class ExpressionPrinter
{
    /// <summary>Stands before and behind the number of a position that a call gives, in text that is not yet divided into parts.</summary>
    private const char PositionMark = '\0';

    private readonly List<ParameterSource> _positions = [];

    /// <summary>The parameters that give positions in lists.</summary>
    public IReadOnlyList<ParameterSource> Positions => _positions;

    /// <summary>A value stands behind the path that it is for, but where a comparison has it first.</summary>
    private string Path(ItemPath path)
    {
        _subject = Readable(path);
        return Join(path, _name, _key, _isForPeople ? Readable : Position);
    }

    private static string Readable(ItemPath path) => Join(path, name => name, Readable, Readable);

    private static string Readable(ParameterSource position) => $"{{{position.Parameter}}}";

    private string Position(ParameterSource position)
    {
        if (!_positions.Contains(position))
        {
            _positions.Add(position);
        }

        return PositionMark + _positions.IndexOf(position).ToString(CultureInfo.InvariantCulture) + PositionMark;
    }

    private static string Readable(GivenKey key) =>
        key.Prefix + (key.Source is ParameterSource parameter ? $"{{{parameter.Parameter}}}" : key.Source is PartRegionSource ? "{region}" : "{key}");

    private static string Join(
        ItemPath path, Func<string, string> print, Func<GivenKey, string> printKey, Func<ParameterSource, string> printPosition) =>
        string.Concat(path.Steps.Select((step, i) =>
            step.GivenPosition is { } position ? $"[{printPosition(position)}]"
            : step is { Given: null, Name: null } ? $"[{step.Position.ToString(CultureInfo.InvariantCulture)}]"
            : (i == 0 ? string.Empty : ".") + (step.Given is { } given ? printKey(given) : print(step.Name!))));

    private void Add(string text)
    {
        var pieces = text.Split(PositionMark);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                _text.Add(pieces[i], _when);
            }
            else
            {
                _text.Add(_positions[int.Parse(pieces[i], CultureInfo.InvariantCulture)], _when);
            }
        }
    }
}
