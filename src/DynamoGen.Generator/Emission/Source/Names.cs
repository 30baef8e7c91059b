namespace DynamoGen.Generator.Emission.Source;

/// <summary>The run time's types as generated code names them, from whatever namespace it stands in.</summary>
internal static class Names
{
    public const string WireWriter = "global::DynamoGen.Serialization.WireWriter";
    public const string WireReader = "global::DynamoGen.Serialization.WireReader";
    public const string AttributeMap = "global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue>";
    public const string ItemMarshaller = "global::DynamoGen.Serialization.IItemMarshaller";
    public const string ItemReader = "global::DynamoGen.Serialization.IItemReader";
    public const string ItemValueException = "global::DynamoGen.ItemValueException";
    public const string ItemFormatException = "global::DynamoGen.ItemFormatException";
    public const string DynamoGenException = "global::DynamoGen.DynamoGenException";
    public const string KeyBuilder = "global::DynamoGen.Keys.KeyBuilder";
    public const string KeyReader = "global::DynamoGen.Keys.KeyReader";
    public const string ShardNumber = "global::DynamoGen.Keys.ShardNumber";
    public const string TableInterface = "global::DynamoGen.Schema.ITable";
    public const string TableSchema = "global::DynamoGen.Schema.TableSchema";
    public const string LocalIndexSchema = "global::DynamoGen.Schema.LocalIndexSchema";
    public const string KeyAttributeSchema = "global::DynamoGen.Schema.KeyAttributeSchema";
    public const string GlobalIndexSchema = "global::DynamoGen.Schema.GlobalIndexSchema";
    public const string AccessPattern = "global::DynamoGen.Schema.AccessPattern";
    public const string CachePolicy = "global::DynamoGen.Schema.CachePolicy";
    public const string CapacityEstimate = "global::DynamoGen.Schema.CapacityEstimate";
    public const string PatternReach = "global::DynamoGen.Schema.PatternReach";
    public const string DynamoOperation = "global::DynamoGen.Schema.DynamoOperation";
    public const string Serialization = "global::DynamoGen.Serialization";
    public const string Schema = "global::DynamoGen.Schema";
    public const string Requests = "global::DynamoGen.Requests";
    public const string Responses = "global::DynamoGen.Responses";
    public const string Repositories = "global::DynamoGen.Repositories";
    public const string ResponseDetails = "global::DynamoGen.Telemetry.ResponseDetails";
    public const string BatchSource = "global::DynamoGen.Batches.BatchSource";
    public const string StreamRecord = "global::DynamoGen.Streams.StreamRecord";
    public const string StreamDispatch = "global::DynamoGen.Streams.Dispatch";
    public const string RegionalCount = "global::DynamoGen.Regions.Counters.RegionalCount";
    public const string RegionalCounters = "global::DynamoGen.Regions.Counters.IRegionalCounters";
    public const string RegionalCounterSchema = "global::DynamoGen.Regions.Counters.RegionalCounterSchema";
    public const string ItemLineage = "global::DynamoGen.Regions.Conflicts.ItemLineage";
    public const string ConflictContext = "global::DynamoGen.Regions.Conflicts.ConflictContext";
    public const string Migrations = "global::DynamoGen.Migrations";
    public const string MigrationSessions = "global::DynamoGen.Migrations.Sessions";
    public const string WriteAction = "global::DynamoGen.Transactions.WriteAction";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string HighestKey = "global::DynamoGen.Keys.HighestKey";
    public const string Uniqueness = "global::DynamoGen.Uniqueness";
    public const string EpochTime = "global::DynamoGen.Serialization.Times.EpochTime";
    public const string Codecs = "global::DynamoGen.Serialization.Codecs";
    public const string AttributeTable = "global::DynamoGen.Serialization.AttributeTable";
    public const string AttributeSet = "global::DynamoGen.Serialization.AttributeSet";
    public const string AttributeConverter = "global::DynamoGen.Serialization.IAttributeConverter";
    public const string AttributeValue = "global::Amazon.DynamoDBv2.Model.AttributeValue";
    public const string JsonOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string Span = "global::System.ReadOnlySpan<byte>";
    public const string DeclaredModel = "global::DynamoGen.Schema.DeclaredModel";
    public const string NotForEditors = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"DynamoGen\", \"0.1\")]";
}
