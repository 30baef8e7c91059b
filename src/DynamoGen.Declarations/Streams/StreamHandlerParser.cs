using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Streams;

/// <summary>Reads a class marked with <c>[StreamHandler]</c>.</summary>
internal static class StreamHandlerParser
{
    public static StreamHandlerModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<StreamHandlerModel>.Of(type, problems, ParseNew);

    private static StreamHandlerModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        var attribute = type.Attribute(DeclarationAttributes.StreamHandler);
        if (TypeIdentities.Parse(type, problems) is not { } identity
            || attribute?.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol { TypeKind: not TypeKind.Error } table)
        {
            return null;
        }

        if (!table.Has(DeclarationAttributes.Table))
        {
            problems.Add(DeclarationRule.StreamHandler, attribute.Place(), type.Name, $"'{table.Name}' is not marked with [Table]");
            return null;
        }

        // What is wrong with the table is reported where it is declared; its handlers can only be judged once it is right.
        if (TableParser.Parse(table, new DeclarationProblems()) is not { } model)
        {
            return null;
        }

        if (model.Stream == StreamView.None)
        {
            problems.Add(DeclarationRule.StreamHandler, attribute.Place(), type.Name,
                $"the table '{model.Name}' declares no stream, such as [Table(\"{model.Name}\", Stream = StreamView.NewAndOldImages)]");
            return null;
        }

        var name = attribute.Named<string?>("Name", null);
        if (attribute.IsSet("Name") && string.IsNullOrWhiteSpace(name))
        {
            problems.Add(DeclarationRule.StreamHandler, attribute.Place(), type.Name, "its Name is empty");
            return null;
        }

        var methods = Methods(type, table, model.Stream, problems);
        return problems.Any || methods.Count == 0 || methods.Any(method => method.IsRefusedElsewhere)
            ? null
            : new StreamHandlerModel(
                identity,
                name ?? type.Name,
                table.PlainName(),
                new EquatableArray<HandledEntity>(Entities(methods)),
                methods.Find(method => method.Verb == HandlerVerb.Other)?.Method);
    }

    private static List<ParsedHandlerMethod> Methods(INamedTypeSymbol type, INamedTypeSymbol table, StreamView view, DeclarationProblems problems)
    {
        var methods = new List<ParsedHandlerMethod>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary))
        {
            if (HandlerVerbs.Of(method.Name) is not { } verb
                || new HandlerMethodParser(method, verb, table, view, problems).Parse() is not { } parsed)
            {
                continue;
            }

            if (methods.Find(other => other.Verb == verb && other.EntityType == parsed.EntityType) is not null)
            {
                problems.Add(DeclarationRule.StreamHandler, method.Locations.FirstOrDefault(), method.Name,
                    verb == HandlerVerb.Other ? "another method handles the items of other entities already"
                        : $"another method handles that already of '{TypeNames.Readable(parsed.EntityType!)}'");
            }

            methods.Add(parsed);
        }

        if (methods.Count == 0 && !problems.Any)
        {
            problems.Add(DeclarationRule.StreamHandler, type.Locations.FirstOrDefault(), type.Name,
                "it has no method Inserted, Modified, Removed, Conflicted or Other, and so handles nothing");
        }

        return methods;
    }

    private static IEnumerable<HandledEntity> Entities(List<ParsedHandlerMethod> methods) =>
        from method in methods
        where method.Entity is not null
        group method by method.EntityType into handled
        let entity = handled.First().Entity!
        select new HandledEntity(
            entity.Reference, entity.ChangesType, Of(handled, HandlerVerb.Inserted), Of(handled, HandlerVerb.Modified), Of(handled, HandlerVerb.Removed))
        {
            Conflicted = Of(handled, HandlerVerb.Conflicted),
            Lineage = entity.Lifecycle.Lineage is { } lineage
                ? new HandledLineage(lineage.Mark.Attribute, lineage.Base.Attribute, entity.Lifecycle.TimeToLive?.Attribute)
                : null,
        };

    private static HandlerMethod? Of(IEnumerable<ParsedHandlerMethod> methods, HandlerVerb verb) =>
        methods.FirstOrDefault(method => method.Verb == verb)?.Method;
}

/// <summary>A method of a handler as it was read.</summary>
/// <param name="Verb">What it handles.</param>
/// <param name="EntityType">The entity's type, for use anywhere; null where it handles those of no entity.</param>
/// <param name="Entity">The entity; null too where its own declaration is refused.</param>
/// <param name="Method">How it is called.</param>
internal sealed record ParsedHandlerMethod(HandlerVerb Verb, string? EntityType, EntityModel? Entity, HandlerMethod Method)
{
    /// <summary>Whether its entity is refused where it is declared.</summary>
    public bool IsRefusedElsewhere => EntityType is not null && Entity is null;
}
