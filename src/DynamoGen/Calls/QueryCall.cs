using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Telemetry;

namespace DynamoGen.Calls;

/// <summary>One Query over as many pages as it takes.</summary>
internal readonly record struct QueryCall<TRequest>(AccessPatternCall Call, AccessPattern Pattern, TRequest Request, QueryOptions Options)
    where TRequest : struct, IQueryRequest;
