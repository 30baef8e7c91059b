using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>What the name placeholders of a request stand for, as far as that is visible.</summary>
internal sealed class AttributeNames
{
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);

    public AttributeNames(VisibleObject request)
    {
        foreach (var entry in request.CollectionOf("ExpressionAttributeNames").Entries)
        {
            if (entry.Key is not null && ConstantText.Of(entry.Key) is { } placeholder)
            {
                // Two different meanings are as good as none.
                var name = ConstantText.Of(entry.Value);
                _names[placeholder] = _names.TryGetValue(placeholder, out var other) && other != name ? null : name;
            }
        }
    }

    /// <summary>The attribute that a name in an expression stands for; a placeholder of unknown meaning stands for itself.</summary>
    public string Resolve(ExpressionToken name) => _names.TryGetValue(name.Text, out var attribute) && attribute is not null ? attribute : name.Text;
}
