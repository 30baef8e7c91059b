namespace DynamoGen.Telemetry;

/// <summary>The names of the attributes that spans and metrics carry.</summary>
/// <remarks>
/// All but the last group are OpenTelemetry's: see
/// <see href="https://opentelemetry.io/docs/specs/semconv/db/dynamodb/">semantic conventions for AWS DynamoDB client operations</see>.
/// </remarks>
internal static class TelemetryAttributes
{
    public const string System = "db.system.name";
    public const string SystemValue = "aws.dynamodb";
    public const string Operation = "db.operation.name";
    public const string Collection = "db.collection.name";
    public const string ReturnedRows = "db.response.returned_rows";
    public const string StatusCode = "db.response.status_code";
    public const string ErrorType = "error.type";
    public const string RequestId = "aws.request_id";
    public const string TableNames = "aws.dynamodb.table_names";
    public const string IndexName = "aws.dynamodb.index_name";
    public const string Count = "aws.dynamodb.count";
    public const string ScannedCount = "aws.dynamodb.scanned_count";
    public const string ConsumedCapacity = "aws.dynamodb.consumed_capacity";
    public const string ConsistentRead = "aws.dynamodb.consistent_read";
    public const string ScanForward = "aws.dynamodb.scan_forward";
    public const string Limit = "aws.dynamodb.limit";
    public const string Segment = "aws.dynamodb.segment";
    public const string TotalSegments = "aws.dynamodb.total_segments";
    public const string Select = "aws.dynamodb.select";
    public const string QuerySummary = "db.query.summary";
    public const string BatchSize = "db.operation.batch.size";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string Region = "cloud.region";
    public const string ResendCount = "http.request.resend_count";

    public const string Destination = "messaging.destination.name";

    public const string Sink = "dynamogen.sink";
    public const string Reconciliation = "dynamogen.reconciliation";
    public const string AccessPattern = "dynamogen.access_pattern";
    public const string Requests = "dynamogen.requests";
    public const string Outcome = "dynamogen.outcome";
    public const string ResourceKind = "dynamogen.resource.kind";
    public const string Transaction = "dynamogen.transaction";
    public const string CancellationReason = "dynamogen.cancellation_reason";
    public const string Transport = "dynamogen.transport";
    public const string ThrottlingReason = "dynamogen.throttling_reason";
    public const string RegionHealth = "dynamogen.region.health";
    public const string Migration = "dynamogen.migration.name";
    public const string VerificationOutcome = "dynamogen.migration.outcome";
    public const string ShadowReadResult = "dynamogen.migration.result";
}
