using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>A property by which an access pattern asks.</summary>
/// <param name="Property">The property.</param>
/// <param name="Format">The format in which a key must hold it, or null.</param>
internal sealed record AskedValue(IPropertySymbol Property, string? Format = null)
{
    /// <summary>Its placeholder in a template.</summary>
    public string Placeholder => Format is null ? $"{{{Property.Name}}}" : $"{{{Property.Name}:{Format}}}";
}
