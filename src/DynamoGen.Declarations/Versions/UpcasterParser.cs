using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Reads an entity's upcasters and proves that they lead from every older version to the current one.</summary>
internal static class UpcasterParser
{
    /// <summary>The shape with each member's upcasters.</summary>
    public static ObjectValue Attach(INamedTypeSymbol type, int version, ObjectValue shape, ValueParser values)
    {
        var upcasters = new List<(string Property, UpcasterModel Model, IMethodSymbol Method)>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.Has(DeclarationAttributes.Upcast)))
        {
            if (Parse(method, version, shape, values) is { } upcaster)
            {
                upcasters.Add(upcaster);
            }
        }

        for (var from = 1; from < version && !values.Problems.Any; from++)
        {
            if (upcasters.All(upcaster => upcaster.Model.From != from))
            {
                values.Problems.Add(DeclarationRule.VersionGap, type.Attribute(DeclarationAttributes.Entity)!.Place(), type.Name,
                    $"no upcaster leads from version {from} to {from + 1}");
            }
        }

        var members = shape.Members.Select(member => member with { Upcasters = Chain(type, member, upcasters, values.Problems) });
        return shape with { Members = new EquatableArray<MemberModel>(members.ToArray()) };
    }

    private static (string Property, UpcasterModel Model, IMethodSymbol Method)? Parse(IMethodSymbol method, int version, ObjectValue shape, ValueParser values)
    {
        var attribute = method.Attribute(DeclarationAttributes.Upcast)!;
        var from = attribute.Number(0) ?? 0;
        var property = attribute.Text(1);
        var member = shape.Members.FirstOrDefault(member => member.Property == property);
        var storedAs = attribute.Named<string?>("StoredAs", null);
        var problem = (method, from, member) switch
        {
            ({ IsStatic: false }, _, _) => "must be static",
            ({ IsGenericMethod: true }, _, _) => "must not be generic",
            ({ Parameters.Length: not 1 }, _, _) => "must have one parameter, the stored value",
            ({ ReturnsVoid: true }, _, _) => "must return the new value",
            (_, < 1, _) => "must start from version 1 or later",
            _ when from >= version => $"starts from version {from}, but the entity's version is {version}",
            (_, _, null) => $"names '{property}', which is no stored property",
            _ when storedAs is not null && NamingRules.ProblemOfAttribute(storedAs) is { } misnamed => $"has a StoredAs {misnamed}",
            _ => null,
        };
        if (problem is not null)
        {
            values.Problems.Add(DeclarationRule.Upcaster, method.Locations.FirstOrDefault(), method.Name, problem);
            return null;
        }

        if (values.Parse(method.Parameters[0].Type, StorageForm.Of(method.Parameters[0]), method.Parameters[0].Locations.FirstOrDefault()) is not { } stored)
        {
            return null;
        }

        return (property!, new UpcasterModel(from, method.Name, stored, storedAs ?? member!.Attribute, KeepsForm: false), method);
    }

    /// <summary>Orders one member's upcasters and proves that each takes what the one before it yields.</summary>
    private static EquatableArray<UpcasterModel> Chain(
        INamedTypeSymbol type,
        MemberModel member,
        List<(string Property, UpcasterModel Model, IMethodSymbol Method)> upcasters,
        DeclarationProblems problems)
    {
        var chain = upcasters.Where(upcaster => upcaster.Property == member.Property).OrderBy(upcaster => upcaster.Model.From).ToArray();
        for (var i = 0; i < chain.Length; i++)
        {
            var yields = chain[i].Method.ReturnType;
            var next = i + 1 < chain.Length
                ? chain[i + 1].Method.Parameters[0].Type
                : type.GetMembers(chain[i].Property).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
            if (i + 1 < chain.Length && chain[i + 1].Model.From == chain[i].Model.From)
            {
                problems.Add(DeclarationRule.Upcaster, chain[i + 1].Method.Locations.FirstOrDefault(), chain[i + 1].Method.Name,
                    $"is a second one from version {chain[i].Model.From} for '{chain[i].Property}'");
            }
            else if (next is not null
                && !SymbolEqualityComparer.IncludeNullability.Equals(yields, next)
                && !SymbolEqualityComparer.Default.Equals(yields, next))
            {
                problems.Add(DeclarationRule.Upcaster, chain[i].Method.Locations.FirstOrDefault(), chain[i].Method.Name,
                    $"yields {yields.ToDisplayString()}, but what follows takes {next.ToDisplayString()}");
            }
        }

        return new EquatableArray<UpcasterModel>(chain.Select((upcaster, i) => upcaster.Model with
        {
            KeepsForm = KeptForm.Is(upcaster.Method, upcaster.Model.Stored, i + 1 < chain.Length ? chain[i + 1].Model.Stored : member.Value),
        }));
    }
}
