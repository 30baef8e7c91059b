using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.Tables;

/// <summary>The resources of tables.</summary>
internal static class TableResources
{
    public static IEnumerable<Resource> Of(DeclaredTable table, ResourceIds ids)
    {
        var isGlobal = table.Schema.Replicas.Count > 0;
        var id = ids.Take(table.Schema.Name, "Table");
        var made = new Resource(
            id,
            isGlobal ? GlobalTable.Type : RegionalTable.Type,
            isGlobal ? GlobalTable.Of(table.Schema, table.Name) : RegionalTable.Of(table.Schema, table.Name))
        {
            // What a cache holds can be made again.
            IsRetained = table.Schema.Purpose != TablePurpose.Cache,
        };
        return isGlobal ? [made] : [made, .. Scaling.Of(table, id, ids)];
    }
}
