namespace DynamoGen.Declarations.Problems;

/// <summary>What can be wrong with a declaration. An analyzer turns each into its diagnostic; the generator only leaves out what it cannot write.</summary>
internal enum DeclarationRule
{
    /// <summary>DG1001.</summary>
    KeyType,

    /// <summary>DG1002.</summary>
    NullableTableKey,

    /// <summary>DG1004.</summary>
    UnsortableFormat,

    /// <summary>DG1012.</summary>
    VersionGap,

    /// <summary>DG1020.</summary>
    UnmappableType,

    /// <summary>DG1021.</summary>
    NotExtensible,

    /// <summary>DG1022.</summary>
    KeyTemplate,

    /// <summary>DG1023.</summary>
    TableOrIndex,

    /// <summary>DG1024.</summary>
    AttributeConflict,

    /// <summary>DG1025.</summary>
    PrimaryKey,

    /// <summary>DG1026.</summary>
    Construction,

    /// <summary>DG1027.</summary>
    Upcaster,

    /// <summary>DG1028.</summary>
    StorageForm,

    /// <summary>DG1008.</summary>
    IndexProjection,

    /// <summary>DG1029.</summary>
    Projection,

    /// <summary>DG1038.</summary>
    Patch,

    /// <summary>DG1040.</summary>
    Wrapper,

    /// <summary>DG3007.</summary>
    ConsistentReadOfIndex,

    /// <summary>DG3020.</summary>
    UnservedPattern,

    /// <summary>DG5020.</summary>
    Expression,

    /// <summary>DG3021.</summary>
    PatternShape,

    /// <summary>DG9001.</summary>
    StreamHandler,

    /// <summary>DG9002.</summary>
    Migration,

    /// <summary>DG9003. A warning: the migration is written nevertheless.</summary>
    PhasedPattern,
}
