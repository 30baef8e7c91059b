namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>A class of which <c>DynamoDBContext</c> makes the items of a table.</summary>
/// <param name="Type">The class.</param>
/// <param name="Table">The name of the table.</param>
/// <param name="IsTableKnown">Whether the name is; else it is that of the class, and stands for an expression.</param>
/// <param name="Casing">How attributes are named for members.</param>
/// <param name="Conversion">How values are stored where the class says it, such as <c>V2</c>; null where it does not.</param>
/// <param name="Members">Its members.</param>
internal sealed record MappedClass(
    DeclaredType Type, string Table, bool IsTableKnown, NameCasing Casing, string? Conversion, IReadOnlyList<MappedMember> Members)
{
    private const string TableAttribute = "DynamoDBTable";

    /// <summary>The classes that have a table's name or a key, but those that are there to be derived from.</summary>
    public static IReadOnlyList<MappedClass> All(SourceTypes types)
    {
        var constants = new ConstantTexts(types);
        var bases = types.All.Where(type => !type.IsEnum).Select(types.BaseOf).OfType<DeclaredType>().ToHashSet();
        return
        [
            .. types.All.Where(type => !type.IsEnum && !type.IsAbstract && type.Parameters.Count == 0)
                .Select(type => (Type: type, Table: TableOf(type, types), Members: MappedMember.Of(type, types)))
                .Where(found => found.Table is { } table
                    ? !bases.Contains(found.Type) || table.Owner == found.Type
                    : !bases.Contains(found.Type) && found.Members.Any(member => member.Has("DynamoDBHashKey")))
                .Select(found => Of(found.Type, found.Table?.Attribute, found.Table?.Owner, found.Members, constants)),
        ];
    }

    private static (MapperAttribute Attribute, DeclaredType Owner)? TableOf(DeclaredType type, SourceTypes types)
    {
        var seen = new HashSet<DeclaredType>();
        for (var level = type; level is not null && seen.Add(level); level = types.BaseOf(level))
        {
            if (level.Attributes.Select(attribute => new MapperAttribute(attribute)).FirstOrDefault(attribute => attribute.Name == TableAttribute) is { } table)
            {
                return (table, level);
            }
        }

        return null;
    }

    private static MappedClass Of(
        DeclaredType type, MapperAttribute? table, DeclaredType? owner, IReadOnlyList<MappedMember> members, ConstantTexts constants)
    {
        var text = (table?.Named("tableName") ?? table?.Positional.FirstOrDefault()) is { } named ? constants.Of(named, owner!) : null;
        return new MappedClass(
            type, text ?? type.Name, table is null || text is not null, CasingOf(table), EnumOf(table, "Conversion", "ConversionSchema"), members);
    }

    private static NameCasing CasingOf(MapperAttribute? table) =>
        table is null ? NameCasing.AsIs
        : table.IsTrue("lowerCamelCaseProperties") || table.HasTrue ? NameCasing.CamelCaseAtTheRoot
        : EnumOf(table, "AttributeCasing", "CaseMode") switch
        {
            "CamelCase" => NameCasing.CamelCase,
            "LegacyCamelCase" => NameCasing.CamelCaseAtTheRoot,
            _ => NameCasing.AsIs,
        };

    /// <summary>The member of an enum that an argument is, by its name or by its type.</summary>
    private static string? EnumOf(MapperAttribute? attribute, string name, string type) => attribute is null ? null
        : (attribute.Named(name) is { } named ? [named] : attribute.Positional).Select(argument => argument.ToString().Split('.'))
            .Where(parts => parts.Length > 1 && parts[^2] == type).Select(parts => parts[^1]).FirstOrDefault();
}
