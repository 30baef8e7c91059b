using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Reads an entity's upcasters and proves that they lead from every older version to the current one.</summary>
internal static class UpcasterParser
{
    /// <summary>The shape with each member's upcasters, and with the shapes of the versions that are read as a whole.</summary>
    public static ObjectValue Attach(INamedTypeSymbol type, int version, ObjectValue shape, ValueParser values)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>().Where(method => method.Has(DeclarationAttributes.Upcast)).ToArray();
        var sound = methods.Where(method => !Refuse(method, Problem(method, version), values.Problems)).ToArray();
        var items = ItemUpcasterParser.Parse(type, shape, sound.Where(IsOfItem), values);
        var properties = PropertyUpcasterParser.Parse(sound.Where(method => !IsOfItem(method)), shape, values);
        ReportMixed(items, properties, values.Problems);
        ReportGap(type, version, [.. sound.Select(From)], values.Problems);
        var members = shape.Members.Select(member => member with { Upcasters = PropertyUpcasterParser.Chain(type, member, properties, values.Problems) });
        return shape with
        {
            Members = new EquatableArray<MemberModel>(members.ToArray()),
            OlderShapes = new EquatableArray<OlderShape>(items.Select(item => item.Model)),
        };
    }

    /// <summary>The version whose items an upcaster takes.</summary>
    public static int From(IMethodSymbol method) => method.Attribute(DeclarationAttributes.Upcast)!.Number(0) ?? 0;

    /// <summary>Reports what is wrong with an upcaster; null is nothing.</summary>
    /// <returns>Whether something is.</returns>
    public static bool Refuse(IMethodSymbol method, string? problem, DeclarationProblems problems)
    {
        if (problem is not null)
        {
            problems.Add(DeclarationRule.Upcaster, method.Locations.FirstOrDefault(),
                $"{(method.Has(DeclarationAttributes.Downcast) ? "downcaster" : "upcaster")} '{method.Name}'", problem);
        }

        return problem is not null;
    }

    private static bool IsOfItem(IMethodSymbol method) => method.Attribute(DeclarationAttributes.Upcast)!.ConstructorArguments.Length == 1;

    /// <summary>What is wrong with an upcaster, of a property or of the item.</summary>
    private static string? Problem(IMethodSymbol method, int version) => (method, From(method)) switch
    {
        ({ IsStatic: false }, _) => "must be static",
        ({ IsGenericMethod: true }, _) => "must not be generic",
        ({ Parameters.Length: 0 }, _) => "must have a parameter, the stored value",
        ({ ReturnsVoid: true }, _) => "must return the new value",
        _ when method.Parameters.Any(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) => "must take its parameters by value",
        (_, < 1) => "must start from version 1 or later",
        var (_, from) when from >= version => $"starts from version {from}, but the entity's version is {version}",
        _ => null,
    };

    /// <summary>
    /// A property's upcasters lead to the entity's property. Where the next version is read as a whole by a shape of its own, nothing would take what they
    /// yield, so that versions which are read as a whole come first.
    /// </summary>
    private static void ReportMixed(
        IReadOnlyList<(OlderShape Model, IMethodSymbol Method)> items, IEnumerable<PropertyUpcaster> properties, DeclarationProblems problems)
    {
        if (items.Count == 0)
        {
            return;
        }

        var last = items[items.Count - 1].Model;
        foreach (var property in properties.Where(property => property.Model.From <= last.From))
        {
            Refuse(property.Method, items.Any(item => item.Model.From == property.Model.From)
                ? $"takes an attribute of version {property.Model.From}, whose items are taken as a whole by an [Upcast(from: {property.Model.From})]; "
                    + "a step is either of properties or of the item"
                : $"yields a property of '{property.Method.ContainingType.Name}' from version {property.Model.From}, but '{last.Method}' takes the items of "
                    + $"version {last.From} as a whole; let an [Upcast(from: {property.Model.From})] yield what it takes", problems);
        }
    }

    private static void ReportGap(INamedTypeSymbol type, int version, HashSet<int> from, DeclarationProblems problems)
    {
        for (var step = 1; step < version && !problems.Any; step++)
        {
            if (!from.Contains(step))
            {
                problems.Add(DeclarationRule.VersionGap, type.Attribute(DeclarationAttributes.Entity)!.Place(), type.Name,
                    $"no upcaster leads from version {step} to {step + 1}");
            }
        }
    }
}
