using DynamoGen.Analyzers.Tests.Design;

namespace DynamoGen.Analyzers.Tests.Regions;

/// <summary>A table in two or three regions, and the declarations that stand beside it.</summary>
internal static class RegionSource
{
    public const string Anywhere = "[Table(\"shop\"), Replica(\"eu-west-1\"), Replica(\"us-east-1\")]";
    public const string OneRegion = Anywhere + " [OneRegion(\"us-east-1\")]";
    public const string HomeRegion = Anywhere + " [HomeRegion(\"Home\")]";
    public const string InOneRegion = "[Table(\"shop\")]";
    public const string Strong =
        "[Table(\"shop\", Consistency = TableConsistency.Strong), Replica(\"us-east-1\"), Replica(\"us-east-2\"), Replica(\"us-west-2\", IsWitness = true)]";

    public static string Of(string table, string declarations) => ShopSource.Of($"{table}\nsealed partial class Shop;\n{declarations}");
}
