namespace DynamoGen.Analyzers.Rules;

/// <summary>The category of a rule, one for each band of identifiers.</summary>
internal static class RuleCategories
{
    public const string Declaration = "Declaration";
    public const string KeyDesign = "KeyDesign";
    public const string Reads = "Reads";
    public const string Writes = "Writes";
    public const string Expressions = "Expressions";
    public const string Client = "Client";
    public const string Schema = "Schema";
    public const string Regions = "Regions";
    public const string Migrations = "Migrations";
    public const string Streams = "Streams";
}
