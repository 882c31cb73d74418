namespace AutoResolve.Tests.Matching;

public sealed class EvidenceTests
{
    [Fact]
    public void Match_EveryKindOfCondition_ShowsWhatHeld()
    {
        var text = Programs.Text(
            "I was signed out, “Signed Out!” on Chrome.\nERR_42: sign... loop",
            "Logged out",
            ("code", " 002 "),
            ("age", "7")
        );
        var rule = Programs.Rule(
            """
            {
              "all": [
                { "anyOf": ["signed out", "logged out", "never seen", "chrom*"] },
                { "allOf": ["@out", "loop"] },
                { "near": ["loop", "sign"], "within": 2 },
                { "contains": ["err_", "nothing"] },
                { "regex": "\\w+_\\d+" },
                { "field": "code", "equals": ["001", "002"], "exists": true },
                { "field": "age", "atLeast": 5 },
                { "fact": "incident", "equals": "7" },
                { "use": "inTitle" }
              ],
              "any": [ { "anyOf": ["chrome"] }, { "anyOf": ["firefox"] }, { "anyOf": ["i was"] } ],
              "none": [ { "anyOf": ["safari"] }, { "none": [ { "anyOf": ["chrome"] } ] } ]
            }
            """,
            """
            "lists": { "out": ["signed out", "logged out"] }, "facts": { "incident": "x" },
              "conditions": { "inTitle": { "anyOf": ["logged"], "in": "title" } },
            """
        );

        Assert.Equal(
            """
            /conditions/inTitle/anyOf/0 'logged' title 'Logged'
            /when/all/0/anyOf/1 'logged out' title 'Logged out'
            /when/all/1/allOf/0 '@out' title 'Logged out'
            /when/any/2/anyOf/0 'i was' text 'I was'
            /when/all/0/anyOf/0 'signed out' text 'signed out'
            /when/all/0/anyOf/3 'chrom*' text 'Chrome'
            /when/any/0/anyOf/0 'chrome' text 'Chrome'
            /when/all/3/contains/0 'err_' text 'ERR_'
            /when/all/4/regex '\w+_\d+' text 'ERR_42'
            /when/all/2/near/1 'sign' text 'sign'
            /when/all/1/allOf/1 'loop' text 'loop'
            /when/all/2/near/0 'loop' text 'loop'
            /when/all/6/atLeast '5' field:age '7'
            /when/all/5/exists 'exists' field:code ' 002 '
            /when/all/5/equals '002' field:code '002'
            /when/all/7/equals '7' fact:incident ''
            """,
            Programs.Evidence(Programs.Examine(rule, text, ("incident", "7")), text)
        );
    }

    [Fact]
    public void Match_NearTwice_ShowsTheEarliestPlace()
    {
        var text = Programs.Text("loop 1 2 3 sign 4 loop 5 sign");
        var match = Programs.Examine(Programs.Rule("""{ "near": ["sign", "loop"], "within": 2 }"""), text);

        Assert.Equal([(11, 4), (18, 4)], match.Evidence.Select(item => (item.Start, item.Length)));
    }

    [Fact]
    public void Match_Repetitions_AreShownOnce()
    {
        var text = Programs.Text("upload upload");
        var rule = Programs.Rule(
            """{ "all": [ { "use": "up" }, { "any": [ { "use": "up" } ] } ] }""",
            """ "conditions": { "up": { "anyOf": ["upload"] } },"""
        );

        Assert.Equal("/conditions/up/anyOf/0 'upload' text 'upload'", Programs.Evidence(Programs.Examine(rule, text), text));
    }
}
