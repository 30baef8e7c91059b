using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Batches;

/// <summary>Reads a method that gets, puts or deletes many items at once, in batches.</summary>
internal sealed class BatchPatternParser(PatternDeclaration declaration)
{
    private static readonly string[] Collections = ["IEnumerable`1", "IReadOnlyCollection`1", "IReadOnlyList`1"];

    /// <summary>What a method's name stands for, or null where it is no batch.</summary>
    public static AccessPatternKind? KindOf(string method) =>
        Begins(method, "GetMany") ? AccessPatternKind.GetMany : Begins(method, "PutMany") ? AccessPatternKind.PutMany : Begins(method, "DeleteMany") ? AccessPatternKind.DeleteMany : null;

    public AccessPatternModel? Parse(AccessPatternKind kind, PatternReturn result)
    {
        if (Parameter(kind, result) is not { } many)
        {
            return null;
        }

        var pattern = declaration.Pattern(kind, result, null);
        var parameters = pattern.Parameters.Select(parameter => parameter.Name == many.Name ? many : parameter);
        return pattern with
        {
            Parameters = new EquatableArray<ParameterModel>(parameters),
            Many = many.Name,
            Stamps = new EquatableArray<string>(kind == AccessPatternKind.PutMany ? Stamping.Of(declaration.Model.Lifecycle, "item", declaration.Clock) : []),
            Clock = declaration.Clock,
            Expiry = kind == AccessPatternKind.GetMany ? declaration.Expiry() : null,
        };
    }

    /// <summary>The parameter of the items or keys, or null with a problem.</summary>
    private ParameterModel? Parameter(AccessPatternKind kind, PatternReturn result)
    {
        if (result.Kind != (kind == AccessPatternKind.GetMany ? PatternReturnKind.Stream : PatternReturnKind.Nothing) || result.View is { Kind: not ItemViewKind.Entity })
        {
            return Fail(kind == AccessPatternKind.GetMany ? $"GetMany returns IAsyncEnumerable<{declaration.Entity.Name}>" : "a batch of writes returns ValueTask or Task");
        }

        if (kind != AccessPatternKind.GetMany && declaration.Model.Lifecycle.Lock is { } counted)
        {
            return Fail($"a batch has no conditions, so that it would undo what '{counted.Property}' guards; write one by one or in a transaction");
        }

        if (kind != AccessPatternKind.GetMany && declaration.Model.Uniqueness is not null)
        {
            return Fail("a batch writes no markers of unique values; write one by one or in a transaction");
        }

        if (declaration.Method.Has(DeclarationAttributes.Condition) || declaration.Method.Has(DeclarationAttributes.Update) || declaration.Method.Has(DeclarationAttributes.Filter) || declaration.Method.Has(DeclarationAttributes.Index))
        {
            return Fail("a batch has neither conditions nor filters, and goes to the table");
        }

        var wanted = kind == AccessPatternKind.PutMany ? declaration.Entity.Name : $"{declaration.Entity.Name}.{declaration.Model.PrimaryKeyStruct}";
        var rest = declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray();
        if (rest.Length != 1 || Element(rest[0].Type) is not { } element || !(kind == AccessPatternKind.PutMany ? SymbolEqualityComparer.Default.Equals(element, declaration.Entity) : ItemView.IsPrimaryKey(element, declaration.Entity, declaration.Model)))
        {
            return Fail($"it takes IEnumerable<{wanted}>, and perhaps a CancellationToken");
        }

        var typeName = ItemView.NameOf(rest[0].Type, declaration.Entity, declaration.Model);
        return new ParameterModel(TypeNames.Escaped(rest[0].Name), typeName);
    }

    private static ITypeSymbol? Element(ITypeSymbol type) =>
        type is INamedTypeSymbol named && Collections.Contains(named.MetadataName) && named.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" ? named.TypeArguments[0] : null;

    private static bool Begins(string method, string verb) => method.StartsWith(verb, StringComparison.Ordinal) && (method.Length == verb.Length || !char.IsLower(method[verb.Length]));

    private ParameterModel? Fail(string reason)
    {
        declaration.Misshapen(reason);
        return null;
    }
}
