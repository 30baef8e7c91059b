using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>Writes the filter by which a Scan finds the items of one entity.</summary>
internal static class EntityFilter
{
    /// <summary>Writes the filter's members, each behind a comma; none where all items of the table are of the entity.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="table">The table.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="beginning">What its keys begin with; null where each item carries its name.</param>
    public static void Write(WireWriter writer, TableSchema table, string entity, KeyBeginning? beginning)
    {
        if (beginning is not null)
        {
            WriteUnmarked(writer, table, table.Marks == ItemMarks.None ? null : entity, beginning);
            return;
        }

        writer.Raw(",\"FilterExpression\":\"#t = :t\",\"ExpressionAttributeNames\":{\"#t\":\""u8);
        writer.Text(table.TypeAttribute);
        writer.Raw("\"},\"ExpressionAttributeValues\":{\":t\":{\"S\":\""u8);
        writer.Text(entity);
        writer.Raw("\"}}"u8);
    }

    /// <summary>Writes the members of a Scan that asks for the keys of those items of an entity that carry no mark.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="table">The table.</param>
    /// <param name="beginning">What the entity's keys begin with.</param>
    public static void WriteUnmarkedKeys(WireWriter writer, TableSchema table, KeyBeginning beginning)
    {
        var terms = Terms(table, beginning);
        var filter = $"attribute_not_exists(#t){Begins(" AND ", terms)}";
        string[] keys = table.SortKey is null ? [table.PartitionKey] : [table.PartitionKey, table.SortKey];
        writer.Raw(",\"ProjectionExpression\":\""u8);
        writer.Text(string.Join(',', keys.Select(static (_, index) => $"#k{index}")));
        writer.Raw("\""u8);
        Write(writer, filter, [.. terms, ("t", table.TypeAttribute, null), .. keys.Select(static (key, index) => ($"k{index}", key, (string?)null))]);
    }

    private static void WriteUnmarked(WireWriter writer, TableSchema table, string? entity, KeyBeginning beginning)
    {
        var terms = Terms(table, beginning);
        if (entity is not null)
        {
            Write(writer, $"#t = :t OR attribute_not_exists(#t){Begins(" AND ", terms)}", [.. terms, ("t", table.TypeAttribute, entity)]);
        }
        else if (terms.Count > 0)
        {
            Write(writer, Begins(string.Empty, terms), terms);
        }
    }

    private static List<(string Name, string Attribute, string? Text)> Terms(TableSchema table, KeyBeginning beginning)
    {
        List<(string Name, string Attribute, string? Text)> terms = [];
        if (beginning.PartitionKey.Length > 0)
        {
            terms.Add(("p", table.PartitionKey, beginning.PartitionKey));
        }

        if (table.SortKey is { } sortKey && beginning.SortKey.Length > 0)
        {
            terms.Add(("s", sortKey, beginning.SortKey));
        }

        return terms;
    }

    private static string Begins(string before, List<(string Name, string Attribute, string? Text)> terms) =>
        terms.Count == 0 ? string.Empty : before + string.Join(" AND ", terms.Select(static term => $"begins_with(#{term.Name}, :{term.Name})"));

    /// <summary>Writes a filter with the names that it has, and with the values of those that are compared with a text.</summary>
    private static void Write(WireWriter writer, string filter, List<(string Name, string Attribute, string? Text)> terms)
    {
        writer.Raw(",\"FilterExpression\":\""u8);
        writer.Text(filter);
        writer.Raw("\",\"ExpressionAttributeNames\":{"u8);
        foreach (var (name, attribute, _) in terms)
        {
            writer.MemberName("#" + name);
            writer.Raw("\""u8);
            writer.Text(attribute);
            writer.Raw("\""u8);
        }

        writer.Raw("}"u8);
        var values = terms.Where(static term => term.Text is not null).ToArray();
        if (values.Length == 0)
        {
            return;
        }

        writer.Raw(",\"ExpressionAttributeValues\":{"u8);
        foreach (var (name, _, text) in values)
        {
            writer.MemberName(":" + name);
            writer.Raw("{\"S\":\""u8);
            writer.Text(text!);
            writer.Raw("\"}"u8);
        }

        writer.Raw("}"u8);
    }
}
