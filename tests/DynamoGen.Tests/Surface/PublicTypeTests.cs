using System.ComponentModel;
using DynamoGen.Batches;
using DynamoGen.EventSourcing;
using DynamoGen.Filters;
using DynamoGen.Hosting;
using DynamoGen.Interception;
using DynamoGen.Keys;
using DynamoGen.Marks;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Store;
using DynamoGen.Migrations.Verification;
using DynamoGen.Regions;
using DynamoGen.Regions.Conflicts;
using DynamoGen.Regions.Guards;
using DynamoGen.Regions.Lineage;
using DynamoGen.Regions.Values;
using DynamoGen.Regions.Writers;
using DynamoGen.Repositories;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Processing;
using DynamoGen.Streams.Reconciliation;
using DynamoGen.Streams.RegionalValues;
using DynamoGen.Streams.Shards;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Sinks.Events;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.Capacity;
using DynamoGen.Telemetry.Embedded;
using DynamoGen.Telemetry.HotKeys;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using DynamoGen.Transport.Direct;
using DynamoGen.Uniqueness;
using DynamoGen.WriteBack;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Surface;

/// <summary>The public surface is for people: what generated code alone uses is hidden from their editors.</summary>
public sealed class PublicTypeTests
{
    private static readonly Type[] ForPeople =
    [
        // Regions
        typeof(AnyRegionAttribute),
        typeof(ConflictContext),
        typeof(RegionalRepair<>),
        typeof(FailoverConflictException),
        typeof(ForeignWrites),
        typeof(HomeRegionAttribute),
        typeof(LineageBaseAttribute),
        typeof(LineageMark),
        typeof(LineageMarkAttribute),
        typeof(OneRegionAttribute),
        typeof(NewestUnknownException),
        typeof(ReadFailoverOptions),
        typeof(RegionBuilderExtensions),
        typeof(RegionFailover),
        typeof(RegionOptions),
        typeof(RegionStatus),
        typeof(RegionalCount),
        typeof(RegionalAttribute),
        typeof(RegionalCounterAttribute),
        typeof(RegionalRegister<>),
        typeof(RegionalRegisterAttribute),
        typeof(RegionalSet),
        typeof(RegionalSet<>),
        typeof(RegionalSetAttribute),
        typeof(RegionWriteMode),
        typeof(RegionWritesSchema),
        typeof(TableWriter),
        typeof(UpdatedRegionAttribute),
        typeof(WriterEpoch),
        typeof(WriterGuard),
        typeof(WriterGuardBuilderExtensions),
        typeof(WrongRegionException),

        // Migrations
        typeof(BackfillPace),
        typeof(EstimateOptions),
        typeof(FailureRetry),
        typeof(GroupMismatchException),
        typeof(MigratedSample),
        typeof(MigrationAttribute<,>),
        typeof(MigrationEstimate),
        typeof(MigrationFailure),
        typeof(SampledFailure),
        typeof(WriteOverhead),
        typeof(BackfillOptions),
        typeof(MigrationBuilderExtensions),
        typeof(MigrationCardinality),
        typeof(MigrationDifference),
        typeof(MigrationDifferenceKind),
        typeof(MigrationInstance),
        typeof(MigrationOptions),
        typeof(MigrationPhase),
        typeof(MigrationProgress),
        typeof(MigrationRunner),
        typeof(MigrationSchema),
        typeof(MigrationState),
        typeof(MigrationStoppedException),
        typeof(MigrationTable),
        typeof(MigrationVerification),
        typeof(PhaseOptions),
        typeof(PhaseUnavailableException),
        typeof(PhaseUnknownException),
        typeof(ShadowReadCount),
        typeof(ShadowReadOptions),
        typeof(VerificationOptions),
        typeof(WritesPausedException),

        // What every exception is
        typeof(DynamoGenException),

        // Batches
        typeof(BatchIncompleteException),
        typeof(BatchProgress),
        typeof(BatchOptions),
        typeof(BatchWrite),
        typeof(IBatches),
        typeof(BatchedReads),
        typeof(BatchBuilderExtensions),
        typeof(MarkBuilderExtensions),
        typeof(UpcastSchema),
        typeof(WriteBackBuilderExtensions),
        typeof(WriteBackOptions),

        // Configuration
        typeof(DynamoGenOptions),
        typeof(InvalidTableNameException),
        typeof(TransportKind),

        // Filters
        typeof(ElementsField<,,>),
        typeof(Field<>),
        typeof(FilterException),
        typeof(ItemFilter<>),
        typeof(OrderedField<,,>),
        typeof(SizedField<>),
        typeof(TextField<>),
        typeof(ValueField<,,>),

        // Cursors
        typeof(InvalidCursorException),
        typeof(Page<>),

        // Declaration/Entities
        typeof(CardinalityAttribute),
        typeof(EntityAttribute<>),
        typeof(FieldsAttribute<>),
        typeof(IsoMillisecondsAttribute),
        typeof(ItemCollectionAttribute),
        typeof(ProjectionAttribute<>),
        typeof(PatchAttribute<>),

        // Declaration/Keys
        typeof(KeyAttribute),

        // Declaration/Lifecycle
        typeof(CreatedAtAttribute),
        typeof(OptimisticLockAttribute),
        typeof(TimeToLiveAttribute),
        typeof(UpdatedAtAttribute),
        typeof(WriterEpochAttribute),

        // Declaration/Patterns
        typeof(AllowScanAttribute),
        typeof(CachedAttribute),
        typeof(ConditionAttribute),
        typeof(ConsistentReadAttribute),
        typeof(DescendingAttribute),
        typeof(FilterAttribute),
        typeof(HydrateAttribute),
        typeof(IncludeExpiredAttribute),
        typeof(IndexAttribute),
        typeof(RepositoryAttribute<>),
        typeof(ReadNewestAttribute),
        typeof(TrafficAttribute),
        typeof(UpdateAttribute),
        typeof(GetAttribute),
        typeof(QueryAttribute),
        typeof(ExistsAttribute),
        typeof(PutAttribute),
        typeof(UpsertAttribute),
        typeof(CreateAttribute),
        typeof(ReplaceAttribute),
        typeof(DeleteAttribute),
        typeof(TombstoneAttribute),
        typeof(CheckAttribute),

        // Declaration/Streams
        typeof(StreamHandlerAttribute<>),

        // Declaration/Tables
        typeof(BillingMode),
        typeof(ItemMarks),
        typeof(MarkStamper),
        typeof(StampedMarks),
        typeof(TablePurpose),
        typeof(TableClass),
        typeof(TableEncryption),
        typeof(TableConsistency),
        typeof(ReplicaAttribute),
        typeof(TableTagAttribute),
        typeof(VectorIndexAttribute),
        typeof(VectorDistance),
        typeof(CapacityBudgetAttribute),
        typeof(WriteBudgetAttribute),
        typeof(GlobalIndexAttribute),
        typeof(IndexProjection),
        typeof(KeyAttributeType),
        typeof(LocalIndexAttribute),
        typeof(MultiAttributeKeyAttribute),
        typeof(StreamView),
        typeof(TableAttribute),

        // Declaration/Uniqueness
        typeof(UniqueAttribute),

        // Declaration/Values
        typeof(AlsoReadsAttribute),
        typeof(AttributeTypes),
        typeof(AttributeNameAttribute),
        typeof(ConverterAttribute<>),
        typeof(DerivedTypeAttribute<>),
        typeof(EnumAsNumberAttribute),
        typeof(EnumNameAttribute),
        typeof(EpochMillisecondsAttribute),
        typeof(EpochSecondsAttribute),
        typeof(IdempotentAttribute),
        typeof(IgnoreAttribute),
        typeof(KeyOnlyAttribute),
        typeof(OmitDefaultAttribute),
        typeof(PolymorphicAttribute),
        typeof(UnknownAttributesAttribute),
        typeof(WrapperAttribute),

        // Declaration/Versions
        typeof(DowncastAttribute),
        typeof(StoredAsAttribute),
        typeof(UpcastAttribute),

        // EventSourcing
        typeof(AppendResult),
        typeof(BoundaryChangedException),
        typeof(BoundaryCondition),
        typeof(ConcurrencyException),
        typeof(EventBoundary<>),
        typeof(EventIdTakenException),
        typeof(EventMark),
        typeof(EventMarkKind),
        typeof(EventPosition),
        typeof(EventQuery),
        typeof(EventReplay<>),
        typeof(EventStore<,,>),
        typeof(EventStoreOptions),
        typeof(ExpectedVersion),
        typeof(IEventMarkRepository<>),
        typeof(IEventReplayRepository<>),
        typeof(IEventRepository<>),
        typeof(IProjection<>),
        typeof(ISnapshotRepository<>),
        typeof(LoadedState<>),
        typeof(MissingEventException),
        typeof(NewEvent<>),
        typeof(ProjectionRunner<,>),
        typeof(StoredEvent),
        typeof(StoredEvent<>),
        typeof(StreamSnapshot<>),

        // Hosting
        typeof(DynamoGenBuilder),
        typeof(DynamoGenHealthChecksBuilderExtensions),
        typeof(TableCheck),
        typeof(TableCheckException),
        typeof(DynamoGenServiceCollectionExtensions),
        typeof(ReconciliationBuilderExtensions),
        typeof(StreamBuilderExtensions),
        typeof(StreamHandlerOptions),
        typeof(StreamHandlerRegistration),
        typeof(TableMismatchException),
        typeof(TableProvisioner),
        typeof(TelemetryBuilderExtensions),

        // Keys
        typeof(KeyException),

        // Refusals
        typeof(ConditionFailedException),
        typeof(ConditionFailureReason),
        typeof(WriteOutcome),
        typeof(TableNotFoundException),
        typeof(ConflictException),
        typeof(OutcomeUnknownException),
        typeof(OutdatedItemException),
        typeof(RequestRefusedException),
        typeof(ThrottledException),
        typeof(UnfitUpdateException),
        typeof(UniqueConstraintException),

        // Repositories
        typeof(IRepository<>),

        // Patches
        typeof(Change<>),

        // Responses
        typeof(Response<>),

        // Schema
        typeof(AccessPattern),
        typeof(CapacityEstimate),
        typeof(DynamoOperation),
        typeof(GlobalIndexSchema),
        typeof(ITable<>),
        typeof(KeyAttributeSchema),
        typeof(LocalIndexSchema),
        typeof(TableSchema),
        typeof(ThroughputSchema),
        typeof(TrafficSchema),
        typeof(ReplicaSchema),
        typeof(VectorIndexSchema),

        // Serialization
        typeof(AttributeMap),
        typeof(IAttributeConverter<,>),
        typeof(IItemMarshaller<>),
        typeof(ItemFormatException),
        typeof(ItemSize),
        typeof(ItemTooLargeException),
        typeof(ItemValueException),
        typeof(UnknownVersionException),

        // Streams
        typeof(ChangeKind),
        typeof(IStreamHandler),
        typeof(RemovalCause),
        typeof(SequenceNumber),
        typeof(StreamChange),
        typeof(StreamRecord),

        // Streams/Consumers
        typeof(StreamConsumer),
        typeof(StreamConsumerOptions),
        typeof(StreamStart),
        typeof(TrimmedDataAction),
        typeof(TrimmedShard),

        // Streams/Dispatch
        typeof(HandledChange),
        typeof(IEntityDispatch<>),
        typeof(StreamHandlerSchema),

        // Streams/Failures
        typeof(FailedRecord),
        typeof(FailedRecordTable),
        typeof(IFailedRecords),
        typeof(ReplayedFailures),
        typeof(StoredFailure),

        // Streams/Fences
        typeof(IStreamFence),
        typeof(StreamFence),

        // Streams/Lambda
        typeof(EventFilter),
        typeof(IStreamWindowHandler<>),
        typeof(StreamFunction),
        typeof(StreamWindow),
        typeof(StreamWindowFunction<>),

        // Streams/Processing
        typeof(StreamProcessingOptions),

        // Streams/Shards
        typeof(ExpiredIteratorException),
        typeof(IStreamClient),
        typeof(RecordPage),
        typeof(ShardDescription),
        typeof(ShardStart),
        typeof(ShardStartKind),
        typeof(StreamDescription),
        typeof(StreamNotFoundException),
        typeof(TableStream),
        typeof(TrimmedDataAccessException),

        // Streams/Sinks
        typeof(DocumentId),
        typeof(EntityMap<>),
        typeof(IStreamSink),
        typeof(SinkHandler),
        typeof(UndeliveredChange),
        typeof(UndeliveredException),

        // Streams/Reconciliation
        typeof(DerivedEntry<>),
        typeof(Drift),
        typeof(DriftKind),
        typeof(IDerivedStore<>),
        typeof(IReconciler),
        typeof(IReconciliationSource<>),
        typeof(Reconciler<>),
        typeof(ReconciliationJobOptions),
        typeof(ReconciliationOptions),
        typeof(ReconciliationReport),
        typeof(ReconciliationSource<,>),
        typeof(RegisteredReconciliation),
        typeof(StoredFormComparer<,>),
        typeof(ViewStore<>),

        // Interception
        typeof(IRequestInterceptor),
        typeof(InterceptedRequest),
        typeof(InterceptorBuilderExtensions),

        // Telemetry
        typeof(CapacityMeasurements),
        typeof(CapacityReport),
        typeof(DynamoGenTelemetry),
        typeof(EmbeddedMetrics),
        typeof(EmbeddedMetricsOptions),
        typeof(HotKey),
        typeof(HotKeyOptions),
        typeof(HotKeyReport),
        typeof(HotKeySketches),
        typeof(PatternCapacity),

        // Transactions
        typeof(FailedAction),
        typeof(ITransactions),
        typeof(InvalidTransactionException),
        typeof(ReadAction),
        typeof(ReadAction<>),
        typeof(TransactionAction),
        typeof(TransactionFailedException),
        typeof(TransactionFailureReason),
        typeof(TransactionReads),
        typeof(WriteAction),

        // Transport
        typeof(AppliedAttempt),
        typeof(ITransport),
        typeof(ResponseTooLargeException),
        typeof(SdkTransport),
        typeof(TransportRequest),
        typeof(TransportResponse),

        // Streams/Clients
        typeof(StreamClient),
        typeof(StreamLookup),

        // Streams/Sinks/Services
        typeof(AwsServiceException),
        typeof(EntryRefusedException),
        typeof(EventTooLargeException),
        typeof(SinkOptions<>),

        // Streams/Sinks/Topics
        typeof(SnsSink),
        typeof(TopicAttribute),
        typeof(TopicMessage),

        // Streams/Sinks/Events
        typeof(BusEvent),
        typeof(EventBridgeSink),

        // Transport/Direct
        typeof(DirectTransport),

        // Transport/Clients
        typeof(ClientTransport),

        // Uniqueness
        typeof(UniqueDuplicate),
        typeof(UniqueRepair),

        // Wrappers
        typeof(IWrapper<,>),
        typeof(WrapperJsonConverter<,>),
    ];

    [Fact]
    public void Every_public_type_is_for_people_or_hidden() =>
        Assert.Equal(ForPeople.Select(Name).Order(StringComparer.Ordinal), Public().Where(type => !IsHidden(type)).Select(Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(typeof(RepositoryContext))]
    [InlineData(typeof(IKeyRequest))]
    [InlineData(typeof(INamedRequest))]
    [InlineData(typeof(WireReader))]
    [InlineData(typeof(WireWriter))]
    [InlineData(typeof(KeyBuilder))]
    [InlineData(typeof(KeyReader))]
    public void What_generated_code_alone_uses_is_hidden(Type type) => Assert.True(IsHidden(type));

    private static IEnumerable<Type> Public() => typeof(DynamoGenException).Assembly.GetExportedTypes().Where(type => !type.IsNested);

    private static bool IsHidden(Type type) =>
        type.GetCustomAttributes(typeof(EditorBrowsableAttribute), inherit: false) is [EditorBrowsableAttribute { State: EditorBrowsableState.Never }];

    private static string Name(Type type) => type.FullName!;
}
