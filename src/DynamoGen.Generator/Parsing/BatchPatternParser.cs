using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>Reads a method that gets, puts or deletes many items at once, in batches.</summary>
internal sealed class BatchPatternParser(IMethodSymbol method, INamedTypeSymbol entity, EntityModel model)
{
    private static readonly string[] Collections = ["IEnumerable`1", "IReadOnlyCollection`1", "IReadOnlyList`1"];

    /// <summary>Why the method is no batch, as the end of a sentence.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>What a method's name stands for, or null where it is no batch.</summary>
    public static AccessPatternKind? KindOf(string method) =>
        Begins(method, "GetMany") ? AccessPatternKind.GetMany : Begins(method, "PutMany") ? AccessPatternKind.PutMany : Begins(method, "DeleteMany") ? AccessPatternKind.DeleteMany : null;

    /// <summary>The parameter of the items or keys, its type as C#, and what is set on each copy; or null with a reason.</summary>
    public (string Parameter, string TypeName, EquatableArray<string> Stamps)? Parse(AccessPatternKind kind, PatternReturnKind result)
    {
        if (result != (kind == AccessPatternKind.GetMany ? PatternReturnKind.Stream : PatternReturnKind.Nothing))
        {
            return Fail(kind == AccessPatternKind.GetMany ? $"GetMany returns IAsyncEnumerable<{entity.Name}>" : "a batch of writes returns ValueTask or Task");
        }

        if (kind != AccessPatternKind.GetMany && model.Lifecycle.Lock is { } counted)
        {
            return Fail($"a batch has no conditions, so that it would undo what '{counted.Property}' guards; write one by one or in a transaction");
        }

        if (method.Has(AttributeNames.Condition) || method.Has(AttributeNames.Update) || method.Has(AttributeNames.Filter) || method.Has(AttributeNames.Index))
        {
            return Fail("a batch has neither conditions nor filters, and goes to the table");
        }

        var wanted = kind == AccessPatternKind.PutMany ? entity.Name : $"{entity.Name}.{model.PrimaryKeyStruct}";
        var rest = method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray();
        if (rest.Length != 1 || Element(rest[0].Type) is not { } element || !(kind == AccessPatternKind.PutMany ? SymbolEqualityComparer.Default.Equals(element, entity) : IsPrimaryKey(element)))
        {
            return Fail($"it takes IEnumerable<{wanted}>, and perhaps a CancellationToken");
        }

        var elementName = kind == AccessPatternKind.PutMany ? model.Type.FullName : $"{model.Type.FullName}.{model.PrimaryKeyStruct}";
        var typeName = $"global::System.Collections.Generic.{((INamedTypeSymbol)rest[0].Type).Name}<{elementName}>";
        return (TypeIdentities.Escaped(rest[0].Name), typeName, new EquatableArray<string>(kind == AccessPatternKind.PutMany ? Stamping.Of(model.Lifecycle, "item", PatternParameters.Clock(method)) : []));
    }

    /// <summary>The generated struct is not known yet while it is generated, so that its name must do.</summary>
    private bool IsPrimaryKey(ITypeSymbol type) =>
        type.Name == model.PrimaryKeyStruct && (type.TypeKind == TypeKind.Error || SymbolEqualityComparer.Default.Equals(type.ContainingType, entity));

    private static ITypeSymbol? Element(ITypeSymbol type) =>
        type is INamedTypeSymbol named && Collections.Contains(named.MetadataName) && named.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" ? named.TypeArguments[0] : null;

    private static bool Begins(string method, string verb) => method.StartsWith(verb, StringComparison.Ordinal) && (method.Length == verb.Length || !char.IsLower(method[verb.Length]));

    private (string Parameter, string TypeName, EquatableArray<string> Stamps)? Fail(string reason)
    {
        Reason = reason;
        return null;
    }
}
