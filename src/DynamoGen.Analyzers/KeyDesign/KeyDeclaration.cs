using System.Collections.Immutable;
using DynamoGen.Declarations.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>One <c>[Key(…)]</c> of an entity.</summary>
internal sealed class KeyDeclaration
{
    private KeyDeclaration(string partitionKey, string? sortKey, string? index, int shards, bool isJustified, Location location, Location? sortLocation)
    {
        PartitionKey = KeyTemplate.Parse(partitionKey);
        SortKey = sortKey is null ? null : KeyTemplate.Parse(sortKey);
        Index = index;
        Shards = shards;
        IsJustified = isJustified;
        Location = location;
        SortLocation = sortLocation;
    }

    /// <summary>The index's name, or null for the table's primary key.</summary>
    public string? Index { get; }

    public KeyTemplate PartitionKey { get; }

    public KeyTemplate? SortKey { get; }

    /// <summary>The number of shards it is spread over, 1 for none.</summary>
    public int Shards { get; }

    /// <summary>Whether it says why few keys are right.</summary>
    public bool IsJustified { get; }

    /// <summary>Where the partition key's template is written.</summary>
    public Location Location { get; }

    /// <summary>Where the sort key's template is written, or null where there is none.</summary>
    public Location? SortLocation { get; }

    public bool IsConstant => IsConstantTemplate(PartitionKey) && (SortKey is null || IsConstantTemplate(SortKey));

    /// <summary>The declaration, or null if the attribute is incomplete or wrong; other diagnostics say so.</summary>
    public static KeyDeclaration? TryRead(AttributeData attribute, CancellationToken cancellationToken) =>
        Argument(attribute, "partitionKey") is string partitionKey
        && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
        && FindArgument(attribute, syntax, "partitionKey") is { } argument
            ? new KeyDeclaration(
                partitionKey,
                Argument(attribute, "sortKey") as string,
                Argument(attribute, "index") as string,
                Named(attribute, "Shards") is int shards and >= 2 ? shards : 1,
                Named(attribute, "LowCardinalityJustification") is string why && !string.IsNullOrWhiteSpace(why),
                argument.Expression.GetLocation(),
                FindArgument(attribute, syntax, "sortKey")?.Expression.GetLocation())
            : null;

    private static bool IsConstantTemplate(KeyTemplate template) => template.Segments.All(segment => segment.Property is null);

    private static object? Argument(AttributeData attribute, string parameter)
    {
        var index = IndexOf(attribute, parameter);
        return index >= 0 && index < attribute.ConstructorArguments.Length ? Value(attribute.ConstructorArguments[index]) : null;
    }

    private static object? Named(AttributeData attribute, string property) =>
        attribute.NamedArguments.Where(argument => argument.Key == property).Select(argument => Value(argument.Value)).FirstOrDefault();

    private static object? Value(TypedConstant constant) => constant.Kind == TypedConstantKind.Primitive ? constant.Value : null;

    private static AttributeArgumentSyntax? FindArgument(AttributeData attribute, AttributeSyntax syntax, string parameter)
    {
        var arguments = syntax.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToList() ?? [];
        var position = IndexOf(attribute, parameter);
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ?? arguments.Where((argument, i) => i == position && argument.NameColon is null).FirstOrDefault();
    }

    private static int IndexOf(AttributeData attribute, string parameter)
    {
        var parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == parameter)
            {
                return i;
            }
        }

        return -1;
    }
}
