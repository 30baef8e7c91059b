using DynamoGen.Declarations.Assemblies;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Values;
using DynamoGen.Declarations.Versions;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Entities;

/// <summary>Reads a type marked with <c>[Entity]</c>.</summary>
internal static class EntityParser
{
    public static EntityModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<EntityModel>.Of(type, problems, ParseNew);

    private static EntityModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (ReferencedModel.IsReferenced(type))
        {
            return ReferencedModel.Read<EntityModel>(type, problems);
        }

        if (TypeIdentities.Parse(type, problems) is not { } identity || Table(type, problems) is not { } table)
        {
            return null;
        }

        var attribute = type.Attribute(DeclarationAttributes.Entity)!;
        var version = attribute.Named("Version", 1);
        if (version < 1)
        {
            problems.Add(DeclarationRule.VersionGap, attribute.Place(), type.Name, $"version {version} is less than 1");
            return null;
        }

        if (!WellFormedText.IsWellFormed(EntityName(type)))
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(), type.Name, "its name holds half of a surrogate pair");
            return null;
        }

        if (attribute.Named<string?>("Name", null) is { Length: 0 })
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(), type.Name, "its Name is empty; leave it out for the type's own");
            return null;
        }

        var values = new ValueParser(type, problems);
        values.Use(type);
        var shape = MemberParser.ParseObject(type, values, null);
        var keys = KeyParser.Parse(type, problems.Any ? null : shape, table, problems);
        if (shape is null || problems.Any)
        {
            return null;
        }

        shape = RegionalParser.Attach(type, shape, table, problems);
        shape = UpcasterParser.Attach(type, version, shape, values);
        var written = DowncasterParser.Parse(type, version, shape, values);
        keys = [.. keys.Select(key => MemberKeys.Mark(key, shape)), .. MultiAttributeKeyParser.Parse(type, shape, table, problems)];
        if (problems.Any)
        {
            return null;
        }

        KeyOnlyMembers.Report(type, shape, keys[0], problems);
        ReportReservedAttributes(type, shape, keys, MarksOf(table, attribute), problems);
        ReportWithoutMarks(type, shape, version, table, problems);
        var undeclared = new UndeclaredKeyParser(type, shape, keys, problems).Parse(table).ToArray();
        var lifecycle = LifecycleParser.Parse(type, shape, table, keys, problems);
        RegionalParser.ReportWithoutRegion(type, shape, lifecycle, problems);
        var uniqueness = UniqueParser.Parse(type, shape, table, lifecycle, keys[0], problems);
        if (written is not null)
        {
            WrittenKeys.Report(type, written, keys.Concat(undeclared), lifecycle, uniqueness, Reserved(keys, MarksOf(table, attribute)), problems);
        }

        if (problems.Any)
        {
            return null;
        }

        var forms = Forms(type);
        var parts = keys.SelectMany(key => key.Parts).Concat(uniqueness?.Constraints.SelectMany(constraint => constraint.Key.Parts) ?? []);
        return new EntityModel(
            identity,
            table.Name,
            EntityName(type),
            version,
            new EquatableArray<KeyModel>(keys),
            shape,
            lifecycle,
            uniqueness,
            GeneratedMembers.Keys(type),
            GeneratedMembers.PrimaryKey(type),
            GeneratedMembers.Marshaller(type),
            forms,
            CodecName.Of(shape, written, parts),
            new EquatableArray<string>(values.Experiments),
            HidingMembers.Of(type, GeneratedMembers.Keys(type), GeneratedMembers.PrimaryKey(type), GeneratedMembers.Marshaller(type), forms.FromItem))
        {
            Marks = table.Marks,
            Written = written,
            UndeclaredKeys = new EquatableArray<KeyModel>(undeclared),
            MarksWrites = attribute.Named("MarksWrites", true),
            UpcastTable = version > 1 && table.Marks.AreWritten ? table.Type.FullName : null,
            RegionalTable = shape.Regional.Any() ? table.Type.FullName : null,
            Changes = table.Stream == StreamView.NewAndOldImages ? GeneratedMembers.Changes(type) : null,
        };
    }

    /// <summary>The entity's name, which its items carry.</summary>
    public static string EntityName(INamedTypeSymbol type) =>
        type.Attribute(DeclarationAttributes.Entity)?.Named<string?>("Name", null) is { Length: > 0 } name ? name : type.Name;

    /// <summary>The names of the methods that yield an entity's other forms.</summary>
    public static EntityForms Forms(INamedTypeSymbol type) =>
        new(TypeIdentities.FreeMemberName(type, "SizeOf", "ItemSizeOf"), TypeIdentities.FreeMemberName(type, "ToItem", "ToAttributeMap"),
            TypeIdentities.FreeMemberName(type, "FromItem", "FromAttributeMap"));

    /// <summary>The class of the entity's table.</summary>
    public static INamedTypeSymbol? TableType(INamedTypeSymbol type) =>
        type.Attribute(DeclarationAttributes.Entity)?.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    /// <summary>The entity's table; one of another file or assembly is read again here, and its own problems are its own.</summary>
    public static TableModel? Table(INamedTypeSymbol type, DeclarationProblems problems)
    {
        var table = TableType(type);
        if (table is null || table.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (type.Has(DeclarationAttributes.Table))
        {
            problems.Add(DeclarationRule.TableOrIndex, type.Attribute(DeclarationAttributes.Entity)!.Place(), type.Name,
                "it is a table itself; give the table a class of its own");
            return null;
        }

        if (!table.Has(DeclarationAttributes.Table))
        {
            problems.Add(DeclarationRule.TableOrIndex, type.Attribute(DeclarationAttributes.Entity)!.Place(), type.Name,
                $"'{table.Name}' is not marked with [Table]");
            return null;
        }

        return TableParser.Parse(table, new DeclarationProblems());
    }

    private static string[] MarksOf(TableModel table, AttributeData entity) =>
        [.. table.Marks.All, .. entity.Named("MarksWrites", true) ? new[] { "_w" } : []];

    /// <summary>What needs marks that the items of a table do not carry.</summary>
    private static void ReportWithoutMarks(INamedTypeSymbol type, ObjectValue shape, int version, TableModel table, DeclarationProblems problems)
    {
        var reason = table.Marks.AreWritten ? null
            : version > 1 ? $"it has version {version}, which its items do not say without marks"
            : shape.Regional.Any() ? "values by region are repaired by the marks of their items"
            : null;
        if (reason is not null)
        {
            problems.Add(DeclarationRule.TableOrIndex, type.Attribute(DeclarationAttributes.Entity)!.Place(), type.Name,
                $"{reason}; let the items of '{table.Type.Name}' carry them by ItemMarks.Optional");
        }
    }

    private static string[] Reserved(List<KeyModel> keys, string[] marks) => [.. keys.SelectMany(key => key.Attributes).Where(attribute => !attribute.IsMember)
        .Select(attribute => attribute.Attribute).Concat(marks)];

    private static void ReportReservedAttributes(
        INamedTypeSymbol type, ObjectValue shape, List<KeyModel> keys, string[] marks, DeclarationProblems problems)
    {
        var reserved = Reserved(keys, marks);
        foreach (var member in shape.Members.Where(member => reserved.Contains(member.Attribute)))
        {
            var place = type.GetMembers(member.Property).FirstOrDefault()?.Locations.FirstOrDefault() ?? type.Locations.FirstOrDefault();
            problems.Add(DeclarationRule.AttributeConflict, place, member.Attribute,
                $"{member.Property}' and 'the {(marks.Contains(member.Attribute) ? "entity's own mark" : "key")}");
        }

        ReservedInVersions.Report(type, shape, reserved, marks, problems);
    }
}
