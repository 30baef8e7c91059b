using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Reads an entity's downcasters and proves that they lead from the current version to the one that is written.</summary>
internal static class DowncasterParser
{
    /// <summary>The version in whose form the entity is written; null where that is the current one, or with a problem.</summary>
    /// <param name="type">The entity.</param>
    /// <param name="version">Its version.</param>
    /// <param name="shape">What it stores, with its upcasters.</param>
    /// <param name="values">Reads the types of values.</param>
    public static WrittenVersion? Parse(INamedTypeSymbol type, int version, ObjectValue shape, ValueParser values)
    {
        var methods = type.GetMembers().OfType<IMethodSymbol>().Where(method => method.Has(DeclarationAttributes.Downcast)).ToArray();
        var sound = methods.Where(method => !UpcasterParser.Refuse(method, Problem(method, version), values.Problems)).ToArray();
        var items = sound.Where(IsOfItem).Select(method => ItemDowncasterParser.Parse(method, type, shape, values)).OfType<ParsedItemDowncaster>().ToArray();
        var attributes = new PropertyDowncasterParser(type, shape, values).Parse(sound.Where(method => !IsOfItem(method)));
        ReportDoubles(sound.Where(IsOfItem), values.Problems);
        var entity = type.Attribute(DeclarationAttributes.Entity)!;
        if (!entity.IsSet("WriteAs"))
        {
            return null;
        }

        var writeAs = entity.Named("WriteAs", 0);
        if (writeAs < 1 || writeAs >= version)
        {
            values.Problems.Add(DeclarationRule.VersionGap, entity.Place(), type.Name, version == 1
                ? $"WriteAs is {writeAs}, but there is no version before its Version 1; leave it out"
                : $"WriteAs is {writeAs}, but its older versions are 1 to {version - 1}; name one of them, or leave it out");
            return null;
        }

        if (values.Problems.Any)
        {
            return null;
        }

        return shape.OlderShapes.FirstOrDefault(older => older.From >= writeAs) is { } whole
            ? WrittenItem(type, writeAs, whole, shape, items, values.Problems)
            : new WrittenAttributes(type, writeAs, shape, attributes[writeAs].ToArray(), values.Problems).Parse();
    }

    /// <summary>The version whose form a downcaster yields.</summary>
    public static int To(IMethodSymbol method) => method.Attribute(DeclarationAttributes.Downcast)!.Number(0) ?? 0;

    private static bool IsOfItem(IMethodSymbol method) => method.Attribute(DeclarationAttributes.Downcast)!.ConstructorArguments.Length == 1;

    /// <summary>What is wrong with a downcaster, of an attribute or of the item.</summary>
    private static string? Problem(IMethodSymbol method, int version) => (method, To(method)) switch
    {
        ({ IsStatic: false }, _) => "must be static",
        ({ IsGenericMethod: true }, _) => "must not be generic",
        ({ ReturnsVoid: true }, _) => "must return what the older version stored",
        _ when method.Parameters.Any(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) => "must take its parameters by value",
        (_, < 1) => "must lead to version 1 or later",
        var (_, to) when to >= version => $"leads to version {to}, but the entity's version is {version}",
        _ when method.Has(DeclarationAttributes.Upcast) => "is an upcaster too; let each be a method of its own",
        _ => null,
    };

    private static void ReportDoubles(IEnumerable<IMethodSymbol> items, DeclarationProblems problems)
    {
        foreach (var second in items.GroupBy(To).SelectMany(same => same.Skip(1)))
        {
            UpcasterParser.Refuse(second, $"is a second one of whole items to version {To(second)}", problems);
        }
    }

    private static WrittenVersion? WrittenItem(
        INamedTypeSymbol type, int writeAs, OlderShape whole, ObjectValue shape, ParsedItemDowncaster[] items, DeclarationProblems problems)
    {
        if (items.FirstOrDefault(item => DowncasterParser.To(item.Method) == writeAs) is not { } item)
        {
            problems.Add(DeclarationRule.VersionGap, type.Attribute(DeclarationAttributes.Entity)!.Place(), type.Name,
                $"no downcaster leads to version {writeAs}, whose items '{whole.Method}' takes as a whole; add a [Downcast(to: {writeAs})] that yields "
                    + $"{whole.Stored.Name}");
            return null;
        }

        return new WrittenVersion(
            writeAs,
            new EquatableArray<WrittenMember>(item.Members),
            default,
            new ItemDowncaster(item.Method.Name, item.Stored),
            GeneratedMembers.Marshaller(type));
    }
}
