using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a type marked with <c>[ItemCollection]</c> and proves that its entities share the partition that the query reads.</summary>
internal static class ItemCollectionParser
{
    public static ItemCollectionModel? Parse(INamedTypeSymbol type, KeyModel key, PatternDeclaration declaration)
    {
        var (location, user, problems) = (declaration.Place, declaration.Method.ContainingType, declaration.Problems);
        var members = new List<(ItemCollectionMember Member, KeyModel Key)>();
        MemberModel? timeToLive = null;
        var properties = Properties(type, user).ToArray();
        foreach (var property in properties)
        {
            var (entity, isList) = EntityOf(property.Type);
            if (entity is null)
            {
                problems.Add(DeclarationRule.PatternShape, property.Locations.FirstOrDefault() ?? location, type.Name,
                    $"'{property.Name}' of an item collection must be an entity or a list of one");
            }
            else if (EntityOfUser.Parse(entity, user, location, problems) is { } model && Shares(model, key, property, problems))
            {
                timeToLive ??= model.Lifecycle.TimeToLive;
                var isRequired = !isList && property.Type.NullableAnnotation == NullableAnnotation.NotAnnotated;
                members.Add((
                    new ItemCollectionMember(property.Name, model.Known, model.Type.FullName, model.MarshallerStruct, isList, isRequired),
                    model.Keys.First(own => own.Index == key.Index)));
            }
        }

        if (members.Count == 0 && !problems.Any)
        {
            problems.Add(DeclarationRule.PatternShape, type.Locations.FirstOrDefault() ?? location, type.Name,
                "an item collection needs a settable member for each entity");
        }

        var constructor = type.IsAbstract ? null : Constructors.Choose(type, properties, user);
        if (constructor is null)
        {
            problems.Add(DeclarationRule.PatternShape, type.Locations.FirstOrDefault() ?? location, type.Name,
                "an item collection needs a constructor that generated code can call, without parameters or with its members; "
                + "declare these as required or init properties, or as the parameters of the record");
        }

        if (declaration.Method.Parameters.FirstOrDefault(PatternParameters.IsLimit) is { } limit
            && CollectionLimit.CutOff(members, declaration.Method.Has(DeclarationAttributes.Descending)) is { } needed)
        {
            problems.Add(DeclarationRule.PatternShape, limit.Locations.FirstOrDefault() ?? location, declaration.Method.Name,
                $"'{limit.Name}' can cut off '{needed.Property}' of '{type.Name}', which must be there; make it nullable, leave '{limit.Name}' out, "
                + "or give its entity a sort key without placeholders that is read before those of the others");
        }

        return problems.Any || members.Count == 0
            ? null
            : new ItemCollectionModel(
                type.PlainName(), type.Name, new EquatableArray<ItemCollectionMember>(members.Select(member => member.Member)))
            {
                Arguments = new EquatableArray<ConstructorArgument>(Constructors.Arguments(constructor!, properties)),
                Marks = declaration.Model.Marks,
                TimeToLive = timeToLive,
            };
    }

    /// <summary>What generated code sets: all that it can, and what it must because it is required.</summary>
    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type, INamedTypeSymbol user)
    {
        var seen = new HashSet<string>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>()
                .Where(property => !property.IsStatic && !property.IsIndexer && seen.Add(property.Name)))
            {
                if (property.IsRequired
                    || (property.SetMethod is { } setter && Accessors.CanReach(setter, user) && !property.Has(DeclarationAttributes.Ignore)))
                {
                    yield return property;
                }
            }
        }
    }

    private static (INamedTypeSymbol? Entity, bool IsList) EntityOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol named && named.Has(DeclarationAttributes.Entity))
        {
            return (named, false);
        }

        var list = CollectionTypes.Parse(type);
        return list is { List: ListKind.List, Element: INamedTypeSymbol element } && element.Has(DeclarationAttributes.Entity)
            ? (element, true)
            : (null, false);
    }

    /// <summary>Items are in one collection only when the same values give them the same partition key.</summary>
    private static bool Shares(EntityModel entity, KeyModel key, IPropertySymbol property, DeclarationProblems problems)
    {
        var own = entity.Keys.FirstOrDefault(candidate => candidate.Index == key.Index);
        if (own is not null && own.Shards == key.Shards && Forms(own).SequenceEqual(Forms(key)))
        {
            if (IndexContent.Missing(own, entity) is not { } missing)
            {
                return true;
            }

            problems.Add(DeclarationRule.IndexProjection, property.Locations.FirstOrDefault(), property.Name, "reads", missing, own.Index!,
                "an item collection's items are whole");
            return false;
        }

        var found = own is null ? "no key there" : ItemUnion.Spread(own);
        problems.Add(DeclarationRule.UnservedPattern, property.Locations.FirstOrDefault(), property.Name,
            $"its entity '{entity.Name}' must have the partition key {ItemUnion.Spread(key)}, and has {found}");
        return false;
    }

    private static IEnumerable<string> Forms(KeyModel key) =>
        key.PartitionAttributes.SelectMany(attribute => attribute.Parts.Select(part => $"{attribute.Attribute} {part.Form(attribute.Type)}"));
}
