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

    public const string Destination = "messaging.destination.name";

    public const string Sink = "dynamogen.sink";
    public const string Reconciliation = "dynamogen.reconciliation";
    public const string AccessPattern = "dynamogen.access_pattern";
    public const string Requests = "dynamogen.requests";
    public const string ConsumedCapacity = "dynamogen.consumed_capacity";
    public const string ThrottlingReason = "dynamogen.throttling_reason";
    public const string Migration = "dynamogen.migration.name";
    public const string VerificationOutcome = "dynamogen.migration.outcome";
    public const string ShadowReadResult = "dynamogen.migration.result";
}
