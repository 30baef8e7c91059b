using System.Globalization;
using DynamoGen.Declarations.Parameters;

namespace DynamoGen.Declarations.Expressions;

/// <summary>An expression's text, of which some parts are only sent where a test says so.</summary>
internal sealed class ExpressionText
{
    private static readonly string LongestPosition = int.MaxValue.ToString(CultureInfo.InvariantCulture);

    private readonly List<ExpressionPart> _parts = [];

    /// <summary>The parts in their order; no two neighbours depend on the same test.</summary>
    public IReadOnlyList<ExpressionPart> Parts => _parts;

    /// <summary>Adds text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="when">When it is sent; null for always.</param>
    public ExpressionText Add(string text, ValueTest? when = null)
    {
        if (text.Length == 0)
        {
            return this;
        }

        if (_parts.Count > 0 && _parts[_parts.Count - 1] is { IsText: true } last && last.When == when)
        {
            _parts[_parts.Count - 1] = last with { Text = last.Text + text };
        }
        else
        {
            _parts.Add(new ExpressionPart(text, when));
        }

        return this;
    }

    /// <summary>Adds the placeholders of values whose number is known once a call is made.</summary>
    /// <param name="placeholder">What their placeholders begin with.</param>
    /// <param name="values">The values.</param>
    /// <param name="when">When they are sent; null for always.</param>
    public ExpressionText Add(string placeholder, ListedValues values, ValueTest? when)
    {
        _parts.Add(new ExpressionPart(placeholder, when, values));
        return this;
    }

    /// <summary>Adds what a name's placeholder stands for, which is known once a call is made.</summary>
    /// <param name="before">What stands before it.</param>
    /// <param name="key">The dictionary's key that it is.</param>
    /// <param name="when">When it is sent; null for always.</param>
    public ExpressionText Add(string before, GivenKey key, ValueTest? when)
    {
        _parts.Add(new ExpressionPart(before, when, Key: key));
        return this;
    }

    /// <summary>Adds the position in a list that is known once a call is made.</summary>
    /// <param name="position">The parameter that gives it.</param>
    /// <param name="when">When it is sent; null for always.</param>
    public ExpressionText Add(ParameterSource position, ValueTest? when)
    {
        _parts.Add(new ExpressionPart(string.Empty, when) { Position = position });
        return this;
    }

    /// <summary>Adds a filter that a call has put together: its text, or its names.</summary>
    public ExpressionText Add(GivenFilter filter, GivenFilterPart part, ValueTest? when)
    {
        _parts.Add(new ExpressionPart(string.Empty, when) { Filter = filter, FilterPart = part });
        return this;
    }

    /// <summary>Adds another text.</summary>
    public ExpressionText Add(ExpressionText other)
    {
        foreach (var part in other.Parts)
        {
            if (part.IsText)
            {
                Add(part.Text, part.When);
            }
            else
            {
                _parts.Add(part);
            }
        }

        return this;
    }

    /// <summary>All that is ever sent.</summary>
    public override string ToString() => string.Concat(_parts.Select(part =>
        part.Values is not null ? Most(part.Text) : part.Position is not null ? LongestPosition : part.Text));

    private static string Most(string placeholder) =>
        string.Join(",", Enumerable.Range(0, ListedValues.Most).Select(i => $"{placeholder}_{i.ToString(CultureInfo.InvariantCulture)}"));
}

/// <summary>A part of an expression's text.</summary>
/// <param name="Text">The text.</param>
/// <param name="When">When it is sent; null for always.</param>
/// <param name="Values">The values whose placeholders it stands for and begin with the text, or null.</param>
/// <param name="Key">The dictionary's key that stands behind the text, or null.</param>
internal sealed record ExpressionPart(string Text, ValueTest? When, ListedValues? Values = null, GivenKey? Key = null)
{
    /// <summary>The filter of a call of which it is a part, or null.</summary>
    public GivenFilter? Filter { get; init; }

    /// <summary>What it is of the filter.</summary>
    public GivenFilterPart FilterPart { get; init; }

    /// <summary>The parameter that gives a position in a list, for which the part stands, or null.</summary>
    public ParameterSource? Position { get; init; }

    /// <summary>Whether it is text as it is.</summary>
    public bool IsText => Values is null && Key is null && Filter is null && Position is null;
}

/// <summary>The parts of a request that a filter writes which a call has put together.</summary>
internal enum GivenFilterPart
{
    Expression,
    Names,
}
