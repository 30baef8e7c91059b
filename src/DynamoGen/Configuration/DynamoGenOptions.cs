using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Schema;

namespace DynamoGen;

/// <summary>How tables are named and how DynamoDB is reached. With nothing set, the AWS SDK's own configuration chain decides.</summary>
public sealed class DynamoGenOptions
{
    /// <summary>
    /// What stands before every table's declared name, such as <c>staging-</c>; null for nothing. <see cref="TableNameResolver"/> must then be null.
    /// </summary>
    public string? TableNamePrefix { get; set; }

    /// <summary>
    /// Gives a table's name, or its ARN, from its declaration; null for <see cref="TableNamePrefix"/> and the declared name.
    /// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">TableName</see>.
    /// </summary>
    public Func<TableSchema, string>? TableNameResolver { get; set; }

    /// <summary>
    /// The endpoint's URL for local development, such as <c>http://127.0.0.1:8000</c>; null for AWS or what the
    /// environment variable <c>AWS_ENDPOINT_URL_DYNAMODB</c> says.
    /// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">service-specific endpoints</see>.
    /// </summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The system name of the AWS region that requests go to and are signed for, such as <c>eu-west-1</c>; null for the SDK's own chain.</summary>
    public string? Region { get; set; }

    /// <summary>Gives the credentials, once; null for the SDK's own chain. DynamoDB Local takes any whose access key has letters and digits only.</summary>
    public Func<IServiceProvider, AWSCredentials>? Credentials { get; set; }

    /// <summary>Changes the client's configuration (such as its proxy or handlers) after the options above have been applied.</summary>
    /// <remarks>
    /// Unless <see cref="MaxErrorRetry"/>, <c>AWS_MAX_ATTEMPTS</c> or the shared configuration file says otherwise, the SDK sends one
    /// request 4 times at most, with random pauses that grow, longer ones after throttling; where many retries fail, its retry quota allows fewer.
    /// Each page of a query or scan is one request and relies on that alone; <see cref="Batches"/> come on top of it. See
    /// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">retry behavior</see>.
    /// </remarks>
    public Action<AmazonDynamoDBConfig>? ConfigureClient { get; set; }

    /// <summary>
    /// The secret with which the cursors of pages are encrypted and authenticated: at least 32 random bytes, the same for all instances of the application
    /// and different for each environment. Null for a random key, with which cursors end with the process and are refused by other instances.
    /// </summary>
    /// <remarks>
    /// To change the key without refusing cursors that are in use, first give the new one to all instances in <see cref="PreviousCursorKeys"/>, then
    /// make it this key and the old one a previous one, and leave the old one out when its cursors may end.
    /// </remarks>
    public byte[]? CursorKey { get; set; }

    /// <summary>Further keys whose cursors are taken; none are made with them. Each has at least 32 bytes.</summary>
    public IReadOnlyList<byte[]> PreviousCursorKeys { get; set; } = [];

    /// <summary>
    /// What carries the requests of repositories and transactions, unless an <c>ITransport</c> is registered as a service. Default:
    /// <see cref="TransportKind.Direct"/>, which refuses a configuration that only the SDK's pipeline follows, such as an <c>HttpClientFactory</c>.
    /// </summary>
    public TransportKind Transport { get; set; }

    /// <summary>
    /// Whether metrics and spans tell the capacity of a table and of each of its indexes apart (<c>ReturnConsumedCapacity</c> is <c>INDEXES</c> instead of
    /// <c>TOTAL</c>). A response is then longer by some 40 bytes and by 60 to 80 bytes for each index that the request touches; the capacity is the same.
    /// Default: no. See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</see>.
    /// </summary>
    public bool TellIndexCapacity { get; set; }

    /// <summary>
    /// What is done when the host starts about tables of this client's repositories that are not as declared: keys and their types, indexes and what they
    /// hold, the stream's view, Time to Live, and how capacity is paid for. Default: <see cref="TableCheck.None"/>, with which no table is looked at.
    /// </summary>
    public TableCheck CheckTables { get; set; }

    /// <summary>
    /// How often a request is sent again after a transient fault or throttling, from 0; null for what <c>AWS_MAX_ATTEMPTS</c> or the shared configuration
    /// says, or else 3. See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">retry behavior</see>.
    /// </summary>
    public int? MaxErrorRetry { get; set; }

    /// <summary>
    /// The mode of the retries; null for the SDK's own choice. <see cref="TransportKind.Direct"/> refuses every other than
    /// <see cref="RequestRetryMode.Standard"/>.
    /// </summary>
    public RequestRetryMode? RetryMode { get; set; }

    /// <summary>The longest that one attempt of a request may take; null for the SDK's own, 100 seconds.</summary>
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>
    /// The profile of the shared configuration and credentials files that region and credentials are taken from where no other option gives them; null for
    /// the SDK's own chain.
    /// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">shared config and credentials files</see>.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>How patiently batches send again what DynamoDB left unprocessed.</summary>
    public BatchOptions Batches { get; } = new();

    /// <summary>The name or ARN by which requests name a table.</summary>
    /// <exception cref="InvalidTableNameException">The name is not one that DynamoDB allows.</exception>
    public string TableName(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var name = TableNameResolver is { } resolve ? resolve(table) : TableNamePrefix + table.Name;
        return Configuration.TableName.IsValid(name) ? name : throw new InvalidTableNameException(table.Name, name);
    }

    /// <summary>The name or ARN by which requests name a declared table, for those that are sent without an access pattern.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <exception cref="InvalidTableNameException">The name is not one that DynamoDB allows.</exception>
    public string TableName<TTable>()
        where TTable : class, ITable<TTable> => TableName(TTable.Schema);

    /// <summary>Takes over every option of others.</summary>
    internal void CopyFrom(DynamoGenOptions others)
    {
        (TableNamePrefix, TableNameResolver) = (others.TableNamePrefix, others.TableNameResolver);
        (ServiceUrl, Region, Profile) = (others.ServiceUrl, others.Region, others.Profile);
        (Credentials, ConfigureClient, Transport) = (others.Credentials, others.ConfigureClient, others.Transport);
        (CursorKey, PreviousCursorKeys) = (others.CursorKey, others.PreviousCursorKeys);
        (TellIndexCapacity, CheckTables) = (others.TellIndexCapacity, others.CheckTables);
        (MaxErrorRetry, RetryMode, RequestTimeout) = (others.MaxErrorRetry, others.RetryMode, others.RequestTimeout);
        (Batches.MaxAttempts, Batches.BaseDelay, Batches.MaxDelay) = (others.Batches.MaxAttempts, others.Batches.BaseDelay, others.Batches.MaxDelay);
    }

    internal AmazonDynamoDBConfig CreateClientConfig()
    {
        var config = new AmazonDynamoDBConfig();
        if (Profile is not null)
        {
            config.Profile = new Amazon.Profile(Profile);
        }

        if (Region is not null)
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(Region);
        }

        if (ServiceUrl is not null)
        {
            // Setting the URL unsets the region, for which requests are still to be signed.
            config.ServiceURL = ServiceUrl;
            config.AuthenticationRegion = Region;
        }

        if (MaxErrorRetry is { } retries)
        {
            config.MaxErrorRetry = retries;
        }

        if (RetryMode is { } mode)
        {
            config.RetryMode = mode;
        }

        if (RequestTimeout is { } timeout)
        {
            config.Timeout = timeout;
        }

        ConfigureClient?.Invoke(config);
        return config;
    }
}
