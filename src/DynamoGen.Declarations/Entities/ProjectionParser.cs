using DynamoGen.Declarations.Assemblies;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Entities;

/// <summary>Reads a type marked with <c>[Projection]</c> and proves that it is a part of its entity.</summary>
internal static class ProjectionParser
{
    public static ProjectionModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<ProjectionModel>.Of(type, problems, ParseNew);

    private static ProjectionModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (ReferencedModel.IsReferenced(type))
        {
            return ReferencedModel.Read<ProjectionModel>(type, problems);
        }

        if (TypeIdentities.Parse(type, problems) is not { } identity || EntityOf(type) is not { } entity)
        {
            return null;
        }

        if (!entity.Has(DeclarationAttributes.Entity))
        {
            problems.Add(DeclarationRule.TableOrIndex, type.Attribute(DeclarationAttributes.Projection)!.Place(), type.Name,
                $"'{entity.Name}' is not marked with [Entity]");
            return null;
        }

        if (EntityOfUser.Parse(entity, type, type.Attribute(DeclarationAttributes.Projection)!.Place(), problems) is not { } model)
        {
            return null;
        }

        var values = new ValueParser(type, problems);
        values.Use(type);
        if (MemberParser.ParseObject(type, values, null) is not { } shape || problems.Any)
        {
            return null;
        }

        if (model.Shape.OlderShapes.LastOrDefault() is { } older)
        {
            problems.Add(DeclarationRule.Projection, type.Locations.FirstOrDefault(), type.Name, entity.Name,
                $"'{older.Method}' takes items of version {older.From} as a whole, which a part of them is not; read the whole entity");
            return null;
        }

        var members = shape.Members.Select(member => Member(type, entity, member, model, problems)).ToArray();
        if (members.Length == 0)
        {
            problems.Add(DeclarationRule.Projection, type.Locations.FirstOrDefault(), type.Name, entity.Name, "it has no stored property");
        }

        var reader = TypeIdentities.FreeMemberName(type, "Reader", "ItemReader");
        return problems.Any
            ? null
            : new ProjectionModel(
                identity,
                model.Reference,
                model.Version,
                shape with { Members = new EquatableArray<MemberModel>(members) },
                reader,
                new EquatableArray<string>(values.Experiments),
                HidingMembers.Of(type, reader))
            {
                Marks = model.Marks,
            };
    }

    /// <summary>The entity that the projection is a part of.</summary>
    public static INamedTypeSymbol? EntityOf(INamedTypeSymbol type) =>
        type.Attribute(DeclarationAttributes.Projection)?.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol
            is { TypeKind: not TypeKind.Error } entity
                ? entity
                : null;

    /// <summary>The projection's member, stored as the entity stores its property of the same name.</summary>
    private static MemberModel Member(INamedTypeSymbol type, INamedTypeSymbol entity, MemberModel member, EntityModel model, DeclarationProblems problems)
    {
        MemberModel Refuse(string reason)
        {
            var place = type.GetMembers(member.Property).FirstOrDefault()?.Locations.FirstOrDefault() ?? type.Locations.FirstOrDefault();
            problems.Add(DeclarationRule.Projection, place, type.Name, entity.Name, reason);
            return member;
        }

        if (member.IsCatchAll || model.Shape.Members.FirstOrDefault(own => own.IsStored && own.Property == member.Property) is not { } stored)
        {
            return Refuse(member.IsCatchAll
                ? $"'{member.Property}' would hold whatever else is stored"
                : model.Shape.Members.Any(own => own.IsKeyOnly && own.Property == member.Property)
                ? $"'{member.Property}' is in the key of '{entity.Name}' alone, and no attribute holds it; read the whole entity"
                : $"'{entity.Name}' stores no property '{member.Property}'");
        }

        if (member.Value.TypeName != stored.Value.TypeName || (stored.Value is NullableValue && member.Value is not NullableValue))
        {
            return Refuse($"'{member.Property}' is not of the type that it has in "
                + $"'{entity.Name}'{(member.Value.TypeName == stored.Value.TypeName ? ", where it may be null" : string.Empty)}");
        }

        if (model.Shape.Members.FirstOrDefault(other => other != stored && other.Upcasters.Any(upcaster => upcaster.Attributes.Contains(stored.Attribute)))
            is { } former)
        {
            return Refuse($"older items hold '{former.Property}' in the attribute of '{member.Property}'");
        }

        if (stored.Upcasters.FirstOrDefault(upcaster => !IsInReach(type, entity, upcaster)) is { } hidden)
        {
            return Refuse($"the upcaster '{hidden.Method}' is private to '{entity.Name}'; make it internal");
        }

        return member with
        {
            Attribute = stored.Attribute,
            Value = member.Value is NullableValue && stored.Value is not NullableValue ? new NullableValue(stored.Value) : stored.Value,
            AlsoReads = stored.AlsoReads,
            Upcasters = new EquatableArray<UpcasterModel>(stored.Upcasters.Select(upcaster => upcaster with { DeclaringType = model.Type.FullName })),
        };
    }

    private static bool IsInReach(INamedTypeSymbol type, INamedTypeSymbol entity, UpcasterModel upcaster) =>
        entity.GetMembers(upcaster.Method).OfType<IMethodSymbol>().Where(method => method.Has(DeclarationAttributes.Upcast))
            .All(method => Accessors.CanReach(method, type));
}
