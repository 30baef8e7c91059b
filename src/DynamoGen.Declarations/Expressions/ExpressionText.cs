namespace DynamoGen.Declarations.Expressions;

/// <summary>An expression's text, of which some parts are only sent where a test says so.</summary>
internal sealed class ExpressionText
{
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

        if (_parts.Count > 0 && _parts[_parts.Count - 1] is var last && last.When == when)
        {
            _parts[_parts.Count - 1] = last with { Text = last.Text + text };
        }
        else
        {
            _parts.Add(new ExpressionPart(text, when));
        }

        return this;
    }

    /// <summary>Adds another text.</summary>
    public ExpressionText Add(ExpressionText other)
    {
        foreach (var part in other.Parts)
        {
            Add(part.Text, part.When);
        }

        return this;
    }

    /// <summary>All that is ever sent.</summary>
    public override string ToString() => string.Concat(_parts.Select(part => part.Text));
}

/// <summary>A part of an expression's text.</summary>
/// <param name="Text">The text.</param>
/// <param name="When">When it is sent; null for always.</param>
internal sealed record ExpressionPart(string Text, ValueTest? When);
